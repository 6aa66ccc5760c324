import { Outlet } from '@tanstack/react-router';
import { AccountMenu } from './access/account-menu.js';
import { SignInPage } from './access/sign-in-page.js';
import { WorkspaceName } from './access/workspace-name.js';
import { ApiProblem } from './api/problem.js';
import { useSession } from './api/use-session.js';
import { FreshnessPill } from './source/freshness-pill.js';
import { Failure } from './ui/failure.js';
import { Shell } from './ui/shell.js';

const PLACES = [
  { to: '/', label: 'Overview' },
  { to: '/driver', label: 'Drivers' },
  { to: '/process', label: 'Process' },
  { to: '/risk', label: 'Accounts at risk' },
  { to: '/repeat', label: 'Repeats' },
];

const SETUP = [
  { to: '/definition', label: 'Definitions' },
  { to: '/source', label: 'Sources' },
  { to: '/match', label: 'Matching' },
  { to: '/report', label: 'Reports' },
];

/** What stands around every page: the places to go, whose workspace it is, and how fresh; to who is not signed in, how to get in. */
export function Frame() {
  const session = useSession();
  if (session.error instanceof ApiProblem && session.error.status === 401) return <SignInPage retry={() => void session.refetch()} />;
  return (
    <Shell
      places={PLACES}
      setup={SETUP}
      workspace={<WorkspaceName />}
      tools={
        <>
          <FreshnessPill />
          <AccountMenu />
        </>
      }
    >
      {session.error && <Failure what="The workspace" error={session.error} retry={() => void session.refetch()} stale={!!session.data} />}
      <Outlet />
    </Shell>
  );
}
