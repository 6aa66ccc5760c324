/** The small arrows; the big ones are held by the project references of each tsconfig.json. */
const tests = '[.](test|e2e)[.]tsx?$';
const never = (name, from, to) => ({ name, severity: 'error', from: { pathNot: tests, ...from }, to });

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    never('warehouse-is-the-ground', { path: '^etl/warehouse' }, { path: '^(etl/(?!warehouse)|server|dashboard)' }),
    never('sources-stand-alone', { path: '^etl/source' }, { path: '^(etl/(sync|handoff|sandbox)|server|dashboard)' }),
    never(
      'one-source-never-sees-another',
      { path: '^etl/source/([^/]+)/' },
      { path: '^etl/source/([^/]+)/', pathNot: '^etl/source/($1|mapping)/' },
    ),
    never('handoff-sees-only-the-warehouse', { path: '^etl/handoff' }, { path: '^(etl/(sync|source|sandbox)|server|dashboard)' }),
    never(
      'the-door-of-the-warehouse',
      { path: '^(server|etl/(source|handoff|sync))' },
      { path: '^etl/warehouse/', pathNot: '^etl/warehouse/index[.]ts$' },
    ),
    never('the-sandbox-is-for-the-demo', { path: '^(etl/(?!sandbox)|server/(?!source/sample))' }, { path: '^etl/sandbox' }),
    never('the-sandbox-knows-nothing-of-ours', { path: '^etl/sandbox' }, { path: '^(etl/(?!sandbox)|server|dashboard)' }),
    never(
      'only-source-and-match-reach-into-the-sync',
      { path: '^server/(?!source|import|match|webhook|definition|repeat)' },
      { path: '^etl/(sync|source|handoff)' },
    ),
    never(
      'definition-is-below-all-that-counts',
      { path: '^server/definition/(definition|definition-of|clock-id)[.]ts$' },
      { path: '^server/(?!definition|http)' },
    ),
    never(
      'kpi-is-below-what-reads-it',
      { path: '^server/(handoff|kpi)' },
      { path: '^server/(risk|report|alert|source|driver|process|repeat|restatement)' },
    ),
    never('risk-is-below-report', { path: '^server/risk' }, { path: '^server/(report|alert|source)' }),
    never('http-knows-no-feature', { path: '^server/http' }, { path: '^server/(?!http)' }),
    never(
      'dashboard-features-stand-alone',
      { path: '^dashboard/(handoff|kpi|risk|report|alert|source|import|match|access|definition|driver|process|repeat|restatement)/' },
      {
        path: '^dashboard/(handoff|kpi|risk|report|alert|source|import|match|access|definition|driver|process|repeat|restatement)/',
        pathNot: '^dashboard/$1/',
      },
    ),
    never(
      'tools-know-no-feature',
      { path: '^dashboard/(api|chart|ui)/' },
      { path: '^dashboard/(handoff|kpi|risk|report|alert|source|import|match|access|definition|driver|process|repeat|restatement)/' },
    ),
    never('only-chart-draws', { path: '^dashboard/(?!chart)' }, { path: 'node_modules/recharts' }),
    never('dashboard-is-its-own', { path: '^dashboard' }, { path: '^(etl|server)/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]gen[.]ts$' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
