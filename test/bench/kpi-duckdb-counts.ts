import type { DuckDBConnection } from '@duckdb/node-api';
import { DAY_SECONDS } from '../../server/handoff/column.js';
import type { Counted } from '../../server/kpi/count.js';
import type { Counts } from '../../server/kpi/kpi.js';
import { rangeOf } from '../../server/kpi/question.js';
import { maturePosition } from '../../server/kpi/selection.js';
import type { Asked, Counting } from './kpi-counts.js';
import type { DuckFacts } from './kpi-duckdb.js';

/** How the counts are asked for. The same answers; which is fastest depends on the question, so each is tried. */
export const PLANS = ['a statement each', 'one statement', 'one statement over a CTE'] as const;

export type Plan = (typeof PLANS)[number];

/** Cells of one or more countings, as they came. */
interface Cells {
  counting: ArrayLike<number>;
  month: ArrayLike<number>;
  group: ArrayLike<number>;
  bin: ArrayLike<number>;
  count: ArrayLike<number>;
  rows: number;
}

/** Months of the period and the one where maturity ends, by number. */
interface Frame {
  months: number;
  periodFrom: number;
  /** Of each counting: months before it are mature, and of it those won before `won`. */
  mature: { month: number; won: number }[];
}

/** The counts by DuckDB. */
export async function countByDuck({ connection, columnOf }: DuckFacts, asked: Asked, plan: Plan): Promise<Counted[]> {
  const frame = frameOf(asked);
  const where = ['month > 0', ...asked.question.filters.map(({ dimension, values }) => filterOf(asked, dimension, values))].join(' and ');
  const selects = asked.countings.flatMap((counting, i) => {
    const bin = columnOf.get(counting.observe) ?? '';
    const { month, won } = frame.mature[i] ?? { month: 0, won: 0 };
    const [inPeriod, group] = [`month >= ${frame.periodFrom}`, counting.kind === 'main' ? `d_${asked.by.name}` : '0::USMALLINT'];
    const scope = counting.kind === 'main' ? 'true' : inPeriod;
    return [
      `select ${2 * i}::USMALLINT as k, month, ${group} as g, ${bin} as bin, count(*)::INTEGER as n from SOURCE and ${scope} group by all`,
      `select ${2 * i + 1}::USMALLINT as k, month, ${group} as g, ${bin} as bin, count(*)::INTEGER as n from SOURCE and ${scope} and month = ${month} and won < ${won} group by all`,
    ];
  });
  const cells = await cellsOf(connection, { selects, where, plan });
  return folded(cells, asked, frame);
}

function frameOf({ question, months, countings }: Asked): Frame {
  const starts = months.map((month) => rangeOf(question, month).from);
  const mature = countings.map(({ windowDays }) => {
    const position = maturePosition(question, windowDays);
    return { month: starts.filter((start) => start <= position).length, won: question.until - windowDays * DAY_SECONDS + 1 };
  });
  return { months: months.length, periodFrom: months.findIndex(({ from }) => from === question.period.from) + 1, mature };
}

function filterOf({ question }: Asked, dimension: string, values: readonly (string | null)[]): string {
  const codes = values.map((value) => question.snapshot.dimension(dimension)?.values.indexOf(value) ?? -1);
  return `d_${dimension} in (${codes.join(', ')})`;
}

async function cellsOf(
  connection: DuckDBConnection,
  { selects, where, plan }: { selects: string[]; where: string; plan: Plan },
): Promise<Cells[]> {
  const from = (source: string) => selects.map((select) => select.replace('SOURCE', source));
  if (plan === 'a statement each') {
    const cells: Cells[] = [];
    for (const select of from(`fact where ${where}`)) cells.push(...(await read(connection, select)));
    return cells;
  }
  if (plan === 'one statement') return read(connection, from(`fact where ${where}`).join(' union all '));
  return read(connection, `with asked as materialized (select * from fact where ${where}) ${from('asked where true').join(' union all ')}`);
}

/** Whole vectors, as DuckDB holds them. */
async function read(connection: DuckDBConnection, sql: string): Promise<Cells[]> {
  const result = await connection.run(sql);
  const chunks = await result.fetchAllChunks();
  return chunks.map((chunk) => {
    const numbers = (column: number) => (chunk.getColumnVector(column) as unknown as { items: ArrayLike<number> }).items;
    return { counting: numbers(0), month: numbers(1), group: numbers(2), bin: numbers(3), count: numbers(4), rows: chunk.rowCount };
  });
}

/** Counts of one counting by month and by group. */
interface Table {
  months: { all: Int32Array; mature: Int32Array };
  groups: { all: Int32Array; mature: Int32Array };
}

/** The cells of all countings, added up over groups for the months and over months for the groups. */
function folded(cells: readonly Cells[], { by, countings }: Asked, frame: Frame): Counted[] {
  const groups = by.dictionary.values.length;
  const tables = countings.map(({ observe: { bins } }): Table => {
    const empty = (length: number) => ({ all: new Int32Array(length * bins), mature: new Int32Array(length * bins) });
    return { months: empty(frame.months + 1), groups: empty(groups) };
  });
  const bins = countings.map(({ observe }) => observe.bins);
  for (const chunk of cells) put(chunk, { tables, bins, frame });
  return countings.map((counting, i) => countedOf(tables[i], counting, frame));
}

interface Into {
  tables: readonly Table[];
  bins: readonly number[];
  frame: Frame;
}

function put(chunk: Cells, { tables, bins, frame }: Into): void {
  const at = (values: ArrayLike<number>, row: number) => values[row] ?? 0;
  for (let row = 0; row < chunk.rows; row++) {
    const k = at(chunk.counting, row);
    const month = at(chunk.month, row);
    const size = at(bins, k >> 1);
    const bin = at(chunk.bin, row);
    const last = frame.mature[k >> 1]?.month;
    const group = month >= frame.periodFrom ? at(chunk.group, row) * size + bin : -1;
    const cell = { month: month * size + bin, group, n: at(chunk.count, row) };
    if (k % 2 === 0) addTo(tables[k >> 1], 'all', cell);
    // The odd ones are the mature part of the month in which maturity ends.
    if (month === last ? k % 2 === 1 : month < (last ?? 0)) addTo(tables[k >> 1], 'mature', cell);
  }
}

function addTo(table: Table | undefined, part: 'all' | 'mature', { month, group, n }: { month: number; group: number; n: number }): void {
  if (!table) return;
  add(table.months[part], month, n);
  if (group >= 0) add(table.groups[part], group, n);
}

function add(into: Int32Array, index: number, n: number): void {
  into[index] = (into[index] ?? 0) + n;
}

function countedOf(table: Table | undefined, { observe: { bins }, kind }: Counting, { months, periodFrom }: Frame): Counted {
  if (!table) throw new Error('a counting has no table');
  const at = (part: Table['months'], i: number): Counts => ({
    all: part.all.subarray(i * bins, (i + 1) * bins),
    mature: part.mature.subarray(i * bins, (i + 1) * bins),
  });
  const every = Array.from({ length: months }, (_, i) => at(table.months, i + 1));
  const period = sum(every.slice(periodFrom - 1), bins);
  if (kind === 'beside') return { ranges: [period], groups: new Map() };
  const groups = Array.from({ length: table.groups.all.length / bins }, (_, code) => [code, at(table.groups, code)] as const);
  return { ranges: [period, sum(every.slice(0, periodFrom - 1), bins), ...every], groups: new Map(groups) };
}

function sum(parts: readonly Counts[], bins: number): Counts {
  const total = { all: new Int32Array(bins), mature: new Int32Array(bins) };
  for (const { all, mature } of parts) {
    for (let bin = 0; bin < bins; bin++) {
      add(total.all, bin, all[bin] ?? 0);
      add(total.mature, bin, mature[bin] ?? 0);
    }
  }
  return total;
}
