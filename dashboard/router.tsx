import { createRoute, createRouter, type RouterHistory } from '@tanstack/react-router';
import { accessRoutes } from './access-routes.js';
import { BASE } from './api/base.js';
import { useSession } from './api/use-session.js';
import { definitionSearch } from './definition/definition-search.js';
import { driverShape, sideShape } from './driver/driver-search.js';
import { handoffSearch } from './handoff/handoff-search.js';
import { FilterBar } from './kpi/filter-bar.js';
import { OverviewPage } from './kpi/overview-page.js';
import { listSearch, overviewSearch } from './kpi/overview-search.js';
import { scopeShape } from './kpi/scope-search.js';
import { useScope } from './kpi/use-scope.js';
import { matchSearch } from './match/match-search.js';
import { partShape } from './process/process-search.js';
import { parseSearch, stringifySearch } from './query-string.js';
import { repeatShape } from './repeat/repeat-search.js';
import { reportSearch } from './report/report-search.js';
import { restatementShape } from './restatement/restatement-search.js';
import { riskSearch } from './risk/risk-search.js';
import { root } from './root.js';
import { newSourceSearch } from './source/new-source-search.js';
import { readSearch } from './ui/read-search.js';
import { useChange } from './use-change.js';

/** The overview comes with the first load, every other page when it is opened. */
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
  loader: () => import('./kpi/handoff-list-page.js'),
  validateSearch: listSearch,
  component: function List() {
    const { HandoffListPage } = list.useLoaderData();
    return <HandoffListPage id={list.useParams().id} search={list.useSearch()} change={useChange()} />;
  },
});

const handoff = createRoute({
  getParentRoute: () => root,
  path: '/handoff/$id',
  loader: async () => ({ ...(await import('./handoff/handoff-page.js')), ...(await import('./risk/handoff-risk.js')) }),
  validateSearch: handoffSearch,
  component: function Handoff() {
    const { HandoffPage, HandoffRisk } = handoff.useLoaderData();
    const { id } = handoff.useParams();
    const { asOf } = handoff.useSearch();
    return <HandoffPage id={id} asOf={asOf} risk={<HandoffRisk id={id} asOf={asOf} />} />;
  },
});

const repeat = createRoute({
  getParentRoute: () => root,
  path: '/repeat',
  loader: () => import('./repeat/repeat-page.js'),
  validateSearch: readSearch({ ...scopeShape, ...repeatShape }),
  component: function Repeat() {
    const { RepeatPage } = repeat.useLoaderData();
    const search = repeat.useSearch();
    const scope = useScope(search);
    const change = useChange();
    const filters = <FilterBar search={search} scope={scope} change={change} steady />;
    return <RepeatPage query={scope?.query ?? null} search={search} change={change} filters={filters} />;
  },
});

const restatement = createRoute({
  getParentRoute: () => root,
  path: '/restatement',
  loader: () => import('./restatement/restatement-page.js'),
  validateSearch: readSearch(restatementShape),
  component: function Restatement() {
    const { RestatementPage } = restatement.useLoaderData();
    return <RestatementPage search={restatement.useSearch()} change={useChange()} />;
  },
});

const risk = createRoute({
  getParentRoute: () => root,
  path: '/risk',
  loader: () => import('./risk/risk-page.js'),
  validateSearch: riskSearch,
  component: function Risk() {
    const { RiskPage } = risk.useLoaderData();
    return <RiskPage search={risk.useSearch()} change={useChange()} />;
  },
});

const process = createRoute({
  getParentRoute: () => root,
  path: '/process',
  loader: () => import('./process/process-page.js'),
  validateSearch: readSearch(scopeShape),
  component: function Process() {
    const { ProcessPage } = process.useLoaderData();
    const search = process.useSearch();
    const scope = useScope(search);
    return <ProcessPage query={scope?.query ?? null} filters={<FilterBar search={search} scope={scope} change={useChange()} steady />} />;
  },
});

const processList = createRoute({
  getParentRoute: () => root,
  path: '/process/handoff',
  loader: () => import('./process/process-list-page.js'),
  validateSearch: readSearch({ ...scopeShape, ...partShape }),
  component: function ProcessHandoffs() {
    const { ProcessListPage } = processList.useLoaderData();
    const search = processList.useSearch();
    return <ProcessListPage query={useScope(search)?.query ?? null} part={search} />;
  },
});

const driver = createRoute({
  getParentRoute: () => root,
  path: '/driver',
  loader: () => import('./driver/driver-page.js'),
  validateSearch: readSearch({ ...scopeShape, ...driverShape }),
  component: function Drivers() {
    const { DriverPage } = driver.useLoaderData();
    const search = driver.useSearch();
    const change = useChange();
    const scope = useScope(search);
    return (
      <DriverPage
        asked={scope?.query ?? null}
        search={search}
        change={change}
        filters={<FilterBar search={search} scope={scope} change={change} />}
      />
    );
  },
});

const driverSide = createRoute({
  getParentRoute: () => root,
  path: '/driver/factor/$id',
  loader: () => import('./driver/side-list-page.js'),
  validateSearch: readSearch({ ...scopeShape, ...driverShape, ...sideShape }),
  component: function DriverSide() {
    const { SideListPage } = driverSide.useLoaderData();
    const search = driverSide.useSearch();
    return <SideListPage asked={useScope(search)?.query ?? null} id={driverSide.useParams().id} side={search} />;
  },
});

const source = createRoute({
  getParentRoute: () => root,
  path: '/source',
  loader: () => import('./source/source-page.js'),
  validateSearch: readSearch({}),
  component: function Source() {
    const { SourcePage } = source.useLoaderData();
    return <SourcePage />;
  },
});

const newSource = createRoute({
  getParentRoute: () => root,
  path: '/source/new',
  loader: () => import('./source/new-source-page.js'),
  validateSearch: newSourceSearch,
  component: function NewSource() {
    const { NewSourcePage } = newSource.useLoaderData();
    return <NewSourcePage kind={newSource.useSearch().kind} />;
  },
});

const oneSource = createRoute({
  getParentRoute: () => root,
  path: '/source/$id',
  loader: () => import('./source/one-source-page.js'),
  validateSearch: readSearch({}),
  component: function OneSource() {
    const { OneSourcePage } = oneSource.useLoaderData();
    return <OneSourcePage id={oneSource.useParams().id} />;
  },
});

const mapping = createRoute({
  getParentRoute: () => root,
  path: '/source/$id/mapping',
  loader: () => import('./source/mapping-page.js'),
  validateSearch: readSearch({}),
  component: function Mapping() {
    const { MappingPage } = mapping.useLoaderData();
    return <MappingPage id={mapping.useParams().id} />;
  },
});

const importFiles = createRoute({
  getParentRoute: () => root,
  path: '/import',
  loader: async () => ({ ...(await import('./import/import-page.js')), ...(await import('./source/own-workspace-form.js')) }),
  validateSearch: readSearch({}),
  component: function Import() {
    const { ImportPage, OwnWorkspaceForm } = importFiles.useLoaderData();
    const sample = useSession().data?.workspace.sample ?? false;
    return <ImportPage sample={sample ? <OwnWorkspaceForm /> : null} />;
  },
});

const match = createRoute({
  getParentRoute: () => root,
  path: '/match',
  loader: () => import('./match/match-page.js'),
  validateSearch: matchSearch,
  component: function Match() {
    const { MatchPage } = match.useLoaderData();
    return <MatchPage search={match.useSearch()} change={useChange()} />;
  },
});

const definition = createRoute({
  getParentRoute: () => root,
  path: '/definition',
  loader: () => import('./definition/definition-page.js'),
  validateSearch: definitionSearch,
  component: function Definition() {
    const { DefinitionPage } = definition.useLoaderData();
    return <DefinitionPage search={definition.useSearch()} />;
  },
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  loader: () => import('./report/report-page.js'),
  validateSearch: reportSearch,
  component: function Report() {
    const { ReportPage } = report.useLoaderData();
    return <ReportPage search={report.useSearch()} change={useChange()} />;
  },
});

const routeTree = root.addChildren([
  ...accessRoutes,
  definition,
  overview,
  list,
  handoff,
  process,
  processList,
  driver,
  driverSide,
  repeat,
  restatement,
  risk,
  source,
  newSource,
  oneSource,
  mapping,
  importFiles,
  match,
  report,
]);

/** The pages. Tests give a history of their own. */
export function newRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    basepath: BASE || '/',
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
