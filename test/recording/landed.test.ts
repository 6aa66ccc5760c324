import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { grant, type LandedDatabase, landedDatabase } from '../../etl/sandbox/postgres/landed.js';
import { postgresKind } from '../../etl/source/postgres/postgres.js';
import { presetOf } from '../../etl/source/postgres/preset/presets.js';
import type { Stream } from '../../etl/source/source.js';

const TOOLS = ['hubspot', 'salesforce', 'zendesk', 'stripe'] as const;
const folder = (tool: string) => `${process.env.BATON_RECORDINGS ?? ''}/${tool}/fivetran-dbt-Apache-2.0`;
const signal = new AbortController().signal;

const TYPES: [string, RegExp][] = [
  ['boolean', /^(true|false)$/i],
  ['bigint', /^-?\d{1,18}$/],
  ['numeric', /^-?\d+\.\d+$/],
  ['timestamptz', /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/],
];

/** The narrowest type that takes every cell; text for a column without any. */
function typeOf(cells: string[]): string {
  const said = cells.filter((cell) => cell !== '');
  return said.length === 0 ? 'text' : (TYPES.find(([, pattern]) => said.every((cell) => pattern.test(cell)))?.[0] ?? 'text');
}

async function load({ run }: LandedDatabase, schema: string, file: string): Promise<void> {
  const [header = [], ...rows] = parse(readFileSync(`${folder(schema)}/${file}`), {
    ...{ relax_column_count: true, relax_quotes: true, bom: true },
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as string[][];
  const name = file.replace(/_data\.csv$/, '').replace(/^sf_/, '');
  const types = header.map((_, index) => typeOf(rows.map((row) => row[index] ?? '')));
  const columns = header.map((column, index) => `"${column.trim()}" ${types[index]}`);
  await run(`create table ${schema}."${name}" (${columns.join(', ')})`);
  for (const row of rows) {
    const values = header.map((_, index) => row[index] || null);
    await run(`insert into ${schema}."${name}" values (${values.map((_, index) => `$${index + 1}`).join(', ')})`, values);
  }
}

/** Rows that the table of a stream holds, whether they count or not; null where there is no table. */
async function held({ run }: LandedDatabase, schema: string, names: string[]): Promise<number | null> {
  for (const name of names) {
    const { rows } = await run(`select to_regclass($1) is not null as there`, [`${schema}."${name}"`]);
    if (rows[0]?.there) return Number((await run(`select count(*) from ${schema}."${name}"`)).rows[0]?.count);
  }
  return null;
}

async function readAll(stream: Stream) {
  const rejected: string[] = [];
  let [rows, out, gone] = [0, 0, 0];
  for await (const page of stream.pages(null, signal)) {
    gone += page.gone?.length ?? 0;
    rows += page.records.length;
    for (const payload of page.records) {
      try {
        out += stream.read(payload).rows.reduce((sum, facts) => sum + facts.rows.length, 0);
      } catch (error) {
        rejected.push(`${stream.idOf(payload)}: ${(error as Error).message}`);
      }
    }
  }
  return {
    stream: stream.name,
    rows,
    gone,
    out,
    rejected: rejected.length,
    reasons: [...new Set(rejected.map(reasonOf))].slice(0, 3),
    left: stream.leftOut?.() ?? null,
  };
}

const reasonOf = (text: string) => text.replace(/^[^:]*: /, '');

describe.skipIf(!process.env.BATON_RECORDINGS || !existsSync(folder('hubspot')))('tables that Fivetran landed', () => {
  let database: LandedDatabase;
  beforeAll(async () => {
    database = await landedDatabase(process.env.BATON_TEST_POSTGRES_URL ?? '');
    return () => database.close();
  });

  test.each(TOOLS)('%s: every row is read or rejected with a reason', async (tool) => {
    await database.run(`create schema ${tool}`);
    for (const file of readdirSync(folder(tool))) await load(database, tool, file);
    await grant(database, tool);
    const mapping = { currency: 'EUR', landed: { tool, by: 'fivetran', schema: tool } };
    const context = { now: () => new Date(), keepCredentials: async () => {} };
    const source = postgresKind.open({ ...database.settings, mapping }, database.credentials, context);
    try {
      await source.test(signal);
      const all = [];
      for (const stream of source.streams) {
        const tables = [presetOf(tool, 'fivetran')?.tables.find(({ name }) => stream.name === `postgres.${name}`)?.table ?? []].flat();
        all.push({ held: await held(database, tool, tables), ...(await readAll(stream)) });
      }
      for (const one of all) console.log(JSON.stringify(one));
      expect(all.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(0);
      expect(all.filter(({ held: count, left }) => (count === null) !== (left !== null))).toEqual([]);
      expect(all.every(({ held: count, rows, gone }) => rows + gone <= (count ?? 0))).toBe(true);
    } finally {
      await source.close?.();
    }
  });
});
