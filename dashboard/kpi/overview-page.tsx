import { Button } from '@mantine/core';
import { useCallback } from 'react';
import type { KpiAnswer, KpiAnswers } from '../api/shape.js';
import type { Emptiness } from '../ui/empty.js';
import { counted, moment, periodWords } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import notice from '../ui/notice.module.css';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { useUnread } from '../ui/use-unread.js';
import { BreakdownPanel } from './breakdown-panel.js';
import { CurvePanel } from './curve-panel.js';
import { Definition } from './definition.js';
import { ExportMenu } from './export-menu.js';
import { FilterBar } from './filter-bar.js';
import { KpiRows } from './kpi-rows.js';
import styles from './overview.module.css';
import type { Change, OverviewSearch } from './overview-search.js';
import { RestsOnPanel } from './rests-on-panel.js';
import { Tile } from './tile.js';
import tile from './tile.module.css';
import { TrendPanel } from './trend-panel.js';
import { useKpi } from './use-kpi.js';
import { useKpis } from './use-kpis.js';
import { useScope } from './use-scope.js';

interface OverviewPageProps {
  search: OverviewSearch;
  change: Change<OverviewSearch>;
}

const FIRST = 'time-to-first-value';

const headline = ({ kpi }: KpiAnswer) => kpi.headline;

/** Handoff health: five numbers, the steps behind them, then one of all in depth. */
export function OverviewPage({ search, change: changeSearch }: OverviewPageProps) {
  const scope = useScope(search);
  const all = useKpis(scope, search);
  const emptiness = useEmptiness(search, changeSearch);
  const chosen = search.kpi ?? FIRST;
  const one = useKpi(chosen, scope, search);
  const open = all.data?.kpis.find(({ kpi }) => kpi.id === search.how);
  const change = useCallback<Change<OverviewSearch>>((patch) => changeSearch(patch), [changeSearch]);
  const nothing = all.data ? emptiness(all.data) : null;
  return (
    <Page title="Overview" lead={<Lead data={all.data} />} actions={<ExportMenu query={scope?.query ?? null} />}>
      <IgnoredNotice />
      {all.data?.scope.note && (
        <p className={notice.notice} role="status">
          {all.data.scope.note}
        </p>
      )}
      <FilterBar search={search} scope={scope} change={change} />
      <Panel title="The headline numbers" hideTitle bare query={all} height={300} empty={emptiness}>
        {({ kpis, scope: answered }) => (
          <div className={tile.tiles}>
            {kpis.filter(headline).map((answer) => (
              <Tile
                key={answer.kpi.id}
                answer={answer}
                scope={answered}
                chosen={answer.kpi.id === chosen}
                search={search}
                change={change}
              />
            ))}
          </div>
        )}
      </Panel>
      {!nothing && (
        <Panel title="The steps behind them" query={all} height={320}>
          {({ kpis }) => <KpiRows answers={kpis.filter((answer) => !headline(answer))} chosen={chosen} search={search} />}
        </Panel>
      )}
      {!nothing && (
        <div className={styles.depth}>
          <TrendPanel query={one} search={search} change={change} />
          <RestsOnPanel query={one} search={search} />
          <BreakdownPanel query={one} search={search} scope={scope} change={change} />
          {one.data?.answer.curve && <CurvePanel query={one} />}
        </div>
      )}
      {open && <Definition kpi={open.kpi} close={() => change({ how: undefined })} />}
    </Page>
  );
}

function Lead({ data }: { data: KpiAnswers | undefined }) {
  if (!data) return <p>Sales-to-success handoffs</p>;
  const { scope, handoffs } = data;
  return (
    <p aria-live="polite">
      {counted(handoffs, 'handoff')} won {periodWords(scope.period)}, as of {moment(scope.asOf, scope.timeZone)} ({scope.timeZone})
    </p>
  );
}

/** Which of the ways to be empty this is. */
function useEmptiness(search: OverviewSearch, change: Change<OverviewSearch>): (data: KpiAnswers) => Emptiness | null {
  const unread = useUnread('Numbers appear here as soon as every source has been read once.');
  return ({ handoffs, scope }) => {
    if (handoffs > 0) return null;
    const why = unread(scope.dataAsOf);
    if (why) return why;
    const filtered = (search.filter?.length ?? 0) > 0;
    return {
      kind: 'no match',
      title: filtered ? 'No handoff matches these filters' : 'No deal was won in this period',
      words: periodWords(scope.period),
      action: (
        <Button
          size="xs"
          variant="default"
          onClick={() => change(filtered ? { filter: undefined } : { period: '24m', from: undefined, to: undefined })}
        >
          {filtered ? 'Clear filters' : 'Show the last 24 months'}
        </Button>
      ),
    };
  };
}
