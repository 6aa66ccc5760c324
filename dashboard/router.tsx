import { createRootRoute, createRoute, createRouter, Link, Outlet, type RouterHistory } from '@tanstack/react-router';
import { AccountMenu } from './access/account-menu.js';
import { SignInPage } from './access/sign-in-page.js';
import { WorkspaceName } from './access/workspace-name.js';
import { ApiProblem } from './api/problem.js';
import { useSession } from './api/use-session.js';
import { HandoffPage } from './handoff/handoff-page.js';
import { handoffSearch } from './handoff/handoff-search.js';
import { HandoffListPage } from './kpi/handoff-list-page.js';
import { OverviewPage } from './kpi/overview-page.js';
import { listSearch, overviewSearch } from './kpi/overview-search.js';
import { parseSearch, stringifySearch } from './query-string.js';
import { ReportPage } from './report/report-page.js';
import { reportSearch } from './report/report-search.js';
import { RiskPage } from './risk/risk-page.js';
import { riskSearch } from './risk/risk-search.js';
import { FreshnessPill } from './source/freshness-pill.js';
import { SourcePage } from './source/source-page.js';
import { Empty } from './ui/empty.js';
import { Failure } from './ui/failure.js';
import { readSearch } from './ui/read-search.js';
import { Shell } from './ui/shell.js';
import { useChange } from './use-change.js';

const PLACES = [
  { to: '/', label: 'Overview' },
  { to: '/risk', label: 'Accounts at risk' },
  { to: '/source', label: 'Sources' },
  { to: '/report', label: 'Reports' },
];

function Frame() {
  const session = useSession();
  if (session.error instanceof ApiProblem && session.error.status === 401) return <SignInPage retry={() => void session.refetch()} />;
  return (
    <Shell
      places={PLACES}
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

const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => <Empty kind="nothing" title="There is no such page" action={<Link to="/">Overview</Link>} />,
  errorComponent: ({ error, reset }) => (
    <Failure what="This page" error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
  ),
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: overviewSearch,
  component: function Overview() {
    return <OverviewPage search={overview.useSearch()} change={useChange()} />;
  },
});

const list = createRoute({
  getParentRoute: () => root,
  path: '/kpi/$id/handoff',
  validateSearch: listSearch,
  component: function List() {
    return <HandoffListPage id={list.useParams().id} search={list.useSearch()} change={useChange()} />;
  },
});

const handoff = createRoute({
  getParentRoute: () => root,
  path: '/handoff/$id',
  validateSearch: handoffSearch,
  component: function Handoff() {
    return <HandoffPage id={handoff.useParams().id} asOf={handoff.useSearch().asOf} />;
  },
});

const risk = createRoute({
  getParentRoute: () => root,
  path: '/risk',
  validateSearch: riskSearch,
  component: function Risk() {
    return <RiskPage search={risk.useSearch()} change={useChange()} />;
  },
});

const source = createRoute({ getParentRoute: () => root, path: '/source', validateSearch: readSearch({}), component: SourcePage });

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  validateSearch: reportSearch,
  component: function Report() {
    return <ReportPage search={report.useSearch()} change={useChange()} />;
  },
});

const routeTree = root.addChildren([overview, list, handoff, risk, source, report]);

/** The pages. Tests give a history of their own. */
export function newRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
    ...(history && { history }),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
