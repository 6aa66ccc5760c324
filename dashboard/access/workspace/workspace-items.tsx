import { Menu } from '@mantine/core';
import type { Session } from '../../api/shape.js';
import { useSwitch } from './use-workspaces.js';

/** The other workspaces one is a member of. */
export function WorkspaceItems({ session }: { session: Session }) {
  const change = useSwitch();
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Workspaces</Menu.Label>
      <Menu.RadioGroup value={session.workspaceId} onChange={(id) => change.mutate(id)}>
        {session.workspaces.map(({ id, name, sample }) => (
          <Menu.RadioItem key={id} value={id} closeMenuOnClick>
            {sample ? `${name} (sample)` : name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
