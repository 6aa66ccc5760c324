import { useSession } from '../api/use-session.js';
import { Badge } from '../ui/badge.js';

/** Whose numbers these are, and whether they are made up. */
export function WorkspaceName() {
  const session = useSession();
  if (!session.data) return null;
  return (
    <>
      <span>{session.data.workspace.name}</span>
      {session.data.workspace.sample && <Badge tone="accent">sample data</Badge>}
    </>
  );
}
