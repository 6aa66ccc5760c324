import { Panel } from '../../ui/panel.js';
import { Door } from '../door.js';
import { useLinkToken } from '../link-token.js';
import { isGone, NoLink } from '../no-link.js';
import { Join } from './join.js';
import { useInvitation } from './use-invitation.js';

/** Where the link of an invitation leads. */
export function InvitationPage() {
  const token = useLinkToken();
  const invitation = useInvitation(token);
  if (token === null || isGone(invitation.error)) return <NoLink what="link of an invitation" />;
  return (
    <Door title={invitation.data ? `Join ${invitation.data.workspaceName}` : 'You are invited'}>
      <Panel title="Invitation" hideTitle bare query={invitation} height={220}>
        {(data) => <Join token={token} invitation={data} again={invitation.refetch} />}
      </Panel>
    </Door>
  );
}
