import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/use-session.js';
import { IgnoredNotice } from '../../ui/ignored-notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Section } from '../../ui/section.js';
import { AskSecondFactor } from './ask-second-factor.js';
import { DeleteWorkspace } from './delete-workspace.js';
import { KeepingPanel } from './keeping-panel.js';
import { NewWorkspaceForm } from './new-workspace-form.js';
import { WorkspaceForm } from './workspace-form.js';

/** One workspace is one company: its name, its clock and its money; what it keeps, others beside it, and its end. */
export function WorkspacePage() {
  const session = useSession();
  return (
    <Page title="Workspace" lead={<p>What is in one workspace is never seen in another.</p>}>
      <IgnoredNotice />
      <Panel title="Settings" query={session} height={240}>
        {(data) => <WorkspaceForm key={data.workspaceId} session={data} />}
      </Panel>
      {session.data && <AskSecondFactor session={session.data} />}
      {session.data && <KeepingPanel workspaceId={session.data.workspaceId} />}
      <Section title="A person who asks to be forgotten">
        <p>
          <Link to="/erasure">Find and erase somebody whom your tools know</Link>, so that no later sync brings them back.
        </p>
      </Section>
      <Section title="Another workspace">
        <NewWorkspaceForm />
      </Section>
      {session.data && <DeleteWorkspace session={session.data} />}
    </Page>
  );
}
