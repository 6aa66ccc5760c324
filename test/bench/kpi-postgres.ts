import type { DataSource } from 'typeorm';
import type { Counted } from '../../server/kpi/count.js';
import type { Counts } from '../../server/kpi/kpi.js';
import { startOfDay } from '../../server/kpi/period.js';
import type { Asked, Counting } from './kpi-counts.js';
import { type Cell, type Grouping, groupBy, SHAPES } from './kpi-group-by.js';

/** Whether Postgres can be asked for it: the SQL of what stands beside a KPI is not written. */
export const inPostgres = ({ name, kind }: Counting): boolean => kind === 'main' && name in SHAPES;

/** The counts by one GROUP BY in Postgres for each KPI that has one; null for the others. */
export async function countByPostgres(db: DataSource, asked: Asked): Promise<(Counted | null)[]> {
  const { question, months, by } = asked;
  const last = months.at(-1);
  if (!last || !question.dataAsOf) throw new Error('nothing to ask Postgres');
  const grouping: Grouping = {
    ...{ workspaceId: question.workspace.id, asOf: question.asOf, until: question.dataAsOf, filters: question.filters, by: by.name },
    cuts: [...months.map(({ from }) => from), last.to].map((day) => startOfDay(day, question.calendar.timeZone)),
  };
  const counted: (Counted | null)[] = [];
  for (const counting of asked.countings) {
    counted.push(inPostgres(counting) ? folded(await groupBy(db, counting.name, grouping), counting, asked) : null);
  }
  return counted;
}

function folded(cells: readonly Cell[], { observe: { bins } }: Counting, { months, question, by }: Asked): Counted {
  const periodFrom = months.findIndex(({ from }) => from === question.period.from) + 1;
  const of = (take: (cell: Cell) => boolean) => countsOf(cells.filter(take), bins);
  return {
    ranges: [
      of(({ period }) => period >= periodFrom && period <= months.length),
      of(({ period }) => period > 0 && period < periodFrom),
      ...months.map((_, i) => of(({ period }) => period === i + 1)),
    ],
    groups: new Map(
      by.dictionary.values.map((value, code) => [
        code,
        of((cell) => cell.value === value && cell.period >= periodFrom && cell.period <= months.length),
      ]),
    ),
  };
}

function countsOf(cells: readonly Cell[], bins: number): Counts {
  const counts = { all: new Int32Array(bins), mature: new Int32Array(bins) };
  for (const { bin, mature, count } of cells) {
    counts.all[bin] = (counts.all[bin] ?? 0) + count;
    if (mature) counts.mature[bin] = (counts.mature[bin] ?? 0) + count;
  }
  return counts;
}
