import { Button } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { OneKpiAnswer } from '../api/shape.js';
import { TrendChart } from '../chart/lazy.js';
import type { Asked } from '../ui/panel.js';
import { Panel } from '../ui/panel.js';
import { listOf } from './list-link.js';
import type { Change, OverviewSearch } from './overview-search.js';
import { oneTarget } from './target.js';
import { TrendLegend } from './trend-legend.js';
import { marksOf, TrendMarkers } from './trend-markers.js';
import { TrendRestated } from './trend-restated.js';
import { TrendTable } from './trend-table.js';
import { pointReading, trendSentence } from './trend-words.js';

interface TrendPanelProps {
  query: Asked<OneKpiAnswer>;
  search: OverviewSearch;
  change: Change<OverviewSearch>;
}

/** The trend of the chosen KPI, as a chart or as the table with the same numbers. */
export function TrendPanel({ query, search, change }: TrendPanelProps) {
  const table = search.view === 'table';
  const name = query.data?.answer.kpi.name;
  const swap = (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={table ? <IconChartLine size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
      onClick={() => change({ view: table ? undefined : 'table' })}
    >
      {table ? 'Show as chart' : 'Show as table'}
    </Button>
  );
  return (
    <Panel
      title={name ? `${name} over time` : 'Over time'}
      aside={swap}
      query={query}
      height={360}
      empty={({ answer }) => (answer.trend.length === 0 ? { kind: 'no match', title: 'No periods to draw' } : null)}
    >
      {(data) => (
        <>
          {table ? <TrendTable answer={data.answer} search={search} /> : <Drawing data={data} search={search} />}
          <TrendMarkers markers={data.answer.markers} />
          <TrendRestated answer={data.answer} search={search} />
        </>
      )}
    </Panel>
  );
}

function Drawing({ data: { answer, scope }, search }: { data: OneKpiAnswer; search: OverviewSearch }) {
  const navigate = useNavigate();
  const { kpi, trend } = answer;
  const open = (key: string) => {
    const point = trend.find((one) => one.period.from === key);
    if (!point) return;
    const part = { point: `${point.period.from}_${point.period.to}` };
    void navigate({ to: '/kpi/$id/handoff', params: { id: kpi.id }, search: listOf(search, part) });
  };
  const inside = trend.filter((point) => point.period.to > scope.period.from && point.period.from < scope.period.to);
  const first = inside[0];
  const last = inside.at(-1);
  return (
    <>
      <TrendChart
        points={trend.map((point) => ({
          key: point.period.from,
          label: point.label,
          value: point.measure.value,
          low: point.measure.low,
          high: point.measure.high,
          n: point.measure.n,
          mature: point.mature,
          limits: point.limits,
          outside: point.outside,
          reading: pointReading(point, kpi.unit),
        }))}
        unit={kpi.unit}
        target={oneTarget(kpi)}
        marks={marksOf(answer)}
        title={`${kpi.name} by ${scope.interval}`}
        desc={trendSentence(answer)}
        chosen={first && last ? { from: first.period.from, to: last.period.from } : null}
        onOpen={open}
      />
      <TrendLegend target={oneTarget(kpi)} unit={kpi.unit} sentence={trendSentence(answer)} />
    </>
  );
}
