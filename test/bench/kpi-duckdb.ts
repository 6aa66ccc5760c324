import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Snapshot } from '../../server/handoff/snapshot.js';
import { observed } from '../../server/kpi/observed.js';
import type { Period } from '../../server/kpi/period.js';
import type { Question } from '../../server/kpi/question.js';
import { rangeOf } from '../../server/kpi/question.js';
import type { Counting } from './kpi-counts.js';

/** Handoffs as a table of DuckDB: when they were won and the month of that, codes of every dimension, and the bins of now of every observation. */
export interface DuckFacts {
  connection: DuckDBConnection;
  dimensions: readonly string[];
  /** Column of each observation. */
  columnOf: ReadonlyMap<Counting['observe'], string>;
  close(): void;
}

/** Rows of text written at a time. */
const CHUNK = 50_000;

/** The same facts as our columns hold, with all that is ready in ours: codes for texts, the bins of now, the rows in order of winning; the month besides, which we find by searching. */
export async function duckFacts(question: Question, months: readonly Period[], countings: readonly Counting[]): Promise<DuckFacts> {
  const { snapshot } = question;
  const observations = [...new Set(countings.map(({ observe }) => observe))];
  const columnOf = new Map(observations.map((observe, i) => [observe, `bin${i}`]));
  const dimensions = [...snapshot.columns.dimension.keys()];
  const columns = [
    { name: 'won', type: 'INTEGER', values: snapshot.columns.moment.won_at },
    { name: 'month', type: 'UTINYINT', values: monthsOf(question, months) },
    ...dimensions.map((name) => ({ name: `d_${name}`, type: 'USMALLINT', values: snapshot.dimension(name)?.codes ?? new Uint8Array() })),
    ...observations.map((observe, i) => ({ name: `bin${i}`, type: 'USMALLINT', values: observed(question, observe) })),
  ];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  // Group keys of up to 2^20 combinations are then counted in an array instead of a hash table.
  await connection.run('set perfect_ht_threshold = 20');
  await load(connection, snapshot, columns);
  return { connection, dimensions, columnOf, close: () => closeAll(connection, instance) };
}

function closeAll(connection: DuckDBConnection, instance: DuckDBInstance): void {
  connection.closeSync();
  instance.closeSync();
}

interface Column {
  name: string;
  type: string;
  values: ArrayLike<number>;
}

async function load(connection: DuckDBConnection, { count }: Snapshot, columns: readonly Column[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-duckdb-'));
  const file = join(directory, 'facts.csv');
  try {
    for (let from = 0; from < count; from += CHUNK)
      await writeFile(file, textOf(columns, from, Math.min(count, from + CHUNK)), { flag: 'a' });
    const types = columns.map(({ name, type }) => `'${name}': '${type}'`).join(', ');
    await connection.run(`create table fact as select * from read_csv('${file}', header = false, columns = {${types}})`);
  } finally {
    await rm(directory, { recursive: true });
  }
}

function textOf(columns: readonly Column[], from: number, to: number): string {
  const lines: string[] = [];
  for (let row = from; row < to; row++) lines.push(columns.map(({ values }) => values[row] ?? 0).join(','));
  return `${lines.join('\n')}\n`;
}

/** 0 before the first month, then its number; the last holds all that comes after. */
function monthsOf(question: Question, months: readonly Period[]): Uint8Array {
  const { snapshot } = question;
  const numbers = new Uint8Array(snapshot.count);
  const whole = { ...question, rows: Uint32Array.from({ length: snapshot.count }, (_, row) => row) };
  for (const [i, month] of months.entries()) numbers.fill(i + 1, rangeOf(whole, month).from);
  return numbers;
}
