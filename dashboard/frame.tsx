import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { FirstLoginNote } from './access/login/first-login-note.js';
import { SessionMenu } from './access/session-menu.js';
import { SightNote } from './access/sight-note.js';
import { SignInPage } from './access/sign-in/sign-in-page.js';
import { WorkspaceName } from './access/workspace-name.js';
import { ApiProblem } from './api/problem.js';
import type { Right } from './api/shape.js';
import { useSession } from './api/use-session.js';
import { FreshnessPill } from './source/freshness-pill.js';
import { Failure } from './ui/failure.js';
import { type Place, Shell } from './ui/shell.js';

const PLACES = [
  { to: '/', label: 'Overview' },
  { to: '/driver', label: 'Drivers' },
  { to: '/process', label: 'Process' },
  { to: '/risk', label: 'Accounts at risk' },
  { to: '/repeat', label: 'Repeats' },
];

const SETUP: (Place & { needs?: Right })[] = [
  { to: '/definition', label: 'Definitions' },
  { to: '/source', label: 'Sources' },
  { to: '/match', label: 'Matching', needs: 'connect' },
  { to: '/report', label: 'Reports', needs: 'report' },
];

const SecondFactorDoor = lazy(async () => ({ default: (await import('./access/login/second-factor-door.js')).SecondFactorDoor }));
const SignInDialog = lazy(async () => ({ default: (await import('./access/sign-in/sign-in-dialog.js')).SignInDialog }));

/** What stands around every page: the places to go, whose workspace it is, and how fresh; to who is not signed in, how to get in. */
export function Frame() {
  const open = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.open) });
  return open ? <Outlet /> : <Framed />;
}

function Framed() {
  const session = useSession();
  const out = useSignedOut(session);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (out && !session.data) return <SignInPage />;
  if (session.data && (session.data.secondFactorMissing || codes))
    return (
      <Suspense>
        <SecondFactorDoor session={session.data} codes={codes} given={setCodes} />
      </Suspense>
    );
  const rights = session.data?.rights ?? [];
  return (
    <Shell
      places={PLACES}
      setup={SETUP.filter(({ needs }) => !needs || rights.includes(needs))}
      workspace={<WorkspaceName />}
      tools={
        <>
          <FreshnessPill />
          <SessionMenu />
        </>
      }
    >
      <FirstLoginNote />
      <SightNote />
      {session.error && !out && (
        <Failure what="The workspace" error={session.error} retry={() => void session.refetch()} stale={!!session.data} />
      )}
      <Outlet />
      <Suspense>{out && <SignInDialog />}</Suspense>
    </Shell>
  );
}

/** Until a session is there again: while it is asked for anew, what was typed to sign in must stay. */
function useSignedOut({ error, isSuccess }: ReturnType<typeof useSession>): boolean {
  const refused = error instanceof ApiProblem && error.status === 401;
  const [out, setOut] = useState(refused);
  if (refused && !out) setOut(true);
  if (isSuccess && out) setOut(false);
  return refused || (out && !isSuccess);
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Shown without a session, and without the frame. */
    open?: true;
  }
}
