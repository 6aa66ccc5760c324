import { type Table, tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import pl from 'nodejs-polars';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandoffAnswer } from '../server/handoff/handoff.schema.js';
import type { KpiAnswer } from '../server/kpi/kpi.schema.js';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await sampleServer();
});
afterAll(() => server.close());

const get = async (query: object) => {
  const answer = await server.agent
    .get('/api/handoff/export')
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  return { status: answer.status, headers: answer.headers, bytes: answer.body as Buffer };
};
const arrow = async (query: object = {}): Promise<Table> => tableFromIPC((await get({ ...query, format: 'arrow' })).bytes);
const csv = async (query: object = {}): Promise<Record<string, string>[]> =>
  parse((await get({ ...query, format: 'csv' })).bytes, { columns: true, bom: true, record_delimiter: '\r\n' });
const ask = async (path: string, query: object = {}) => (await server.agent.get(path).query(query).expect(200)).body;

/** What a column of moments holds: one, many or none. */
const momentsIn = (value: unknown): number[] => {
  if (value === null) return [];
  return typeof value === 'number' ? [value] : Array.from(value as Iterable<number>);
};
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');

/** A value of the Arrow stream as the CSV writes it. */
function asText(name: string, value: unknown): string {
  if (name.endsWith('_at')) return momentsIn(value).map(iso).join(';');
  if (value === null) return '';
  return typeof value === 'object' ? Array.from(value as Iterable<string>).join(';') : String(value);
}

const ids = (table: Table): string[] => Array.from(table.getChild('id') ?? [], String);

/** Every page of a list. */
async function listed(path: string, query: object) {
  const items: { id: string; outcome: string; value: number | null; name: string; account: string; wonAt: string; owner: string | null }[] =
    [];
  for (let after: string | undefined; ; ) {
    const page = await ask(path, { ...query, limit: 500, ...(after && { after }) });
    items.push(...page.items);
    if (page.next === null) return { total: page.total as number, items };
    after = page.next;
  }
}

describe('the Arrow stream', () => {
  test('has the handoffs of each KPI list in its order, with their outcomes and values', async () => {
    const { kpis }: { kpis: KpiAnswer[] } = await ask('/api/kpi');
    for (const { kpi, outcomes } of kpis) {
      const { total, items } = await listed(`/api/kpi/${kpi.id}/handoff`, {});
      const table = await arrow({ kpi: kpi.id });
      const column = kpi.id.replaceAll('-', '_');
      expect(table.numRows).toBe(total);
      const rows = table.toArray().map((row) => [row.id, row[`${column}_outcome`], row[column], row.name, row.account]);
      expect(rows).toEqual(items.map(({ id, outcome, value, name, account }) => [id, outcome, value, name, account]));
      const [one] = outcomes.filter(({ count }) => count > 0);
      if (one) expect((await arrow({ kpi: kpi.id, outcome: one.outcome })).numRows).toBe(one.count);
    }
  });

  test('says the clocks and moments of a handoff as its page does', async () => {
    const table = await arrow({ from: '2026-06-01', to: '2026-07-01', asOf: '2026-07-10T00:00:00Z' });
    expect(table.numRows).toBeGreaterThan(5);
    for (const row of table.toArray().slice(0, 12)) {
      const page: HandoffAnswer = await ask(`/api/handoff/${encodeURIComponent(row.id)}`, { asOf: '2026-07-10T00:00:00Z' });
      expect(page.clocks.map(({ id, state }) => [id, state])).toEqual(
        page.clocks.map(({ id }) => [id, row[`clock_${id.replaceAll('-', '_')}`]]),
      );
      for (const { name, at } of page.moments) {
        const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        const seconds = (moment: string | number) => Math.floor(new Date(moment).getTime() / 1000);
        expect({ name, at: row[column] === null ? null : seconds(row[column]) }).toEqual({ name, at: at === null ? null : seconds(at) });
      }
      expect([row.segment, row.owner, row.csm, row.arr]).toEqual([page.segment, page.owner, page.csm, page.arr]);
    }
  });

  test('says how it was understood', async () => {
    const { headers, bytes } = await get({
      format: 'arrow',
      from: '2026-01-01',
      to: '2026-04-01',
      filter: ['segment:enterprise', 'region:Zürich'],
    });
    expect(headers['content-type']).toBe('application/vnd.apache.arrow.stream');
    expect(headers['content-disposition']).toBe('attachment; filename="handoffs_2026-01-01_2026-04-01.arrows"');
    const { metadata } = tableFromIPC(bytes).schema;
    expect(Object.fromEntries(metadata)).toMatchObject({
      from: '2026-01-01',
      to: '2026-04-01',
      definition: String((await ask('/api/kpi')).scope.definition),
      time: 'wall',
      'as-of': '2026-10-05T06:00:00.000Z',
    });
    expect(JSON.parse(metadata.get('filters') ?? '')).toEqual([
      { dimension: 'segment', values: ['enterprise'] },
      { dimension: 'region', values: ['Zürich'] },
    ]);
    expect(JSON.parse(String(headers['baton-filters']))).toEqual(JSON.parse(metadata.get('filters') ?? ''));
    expect(headers['baton-as-of']).toBe(metadata.get('as-of'));
  });

  test('of nothing has the columns and no row', async () => {
    const table = await arrow({ from: '2010-01-01', to: '2010-02-01' });
    expect(table.numRows).toBe(0);
    expect(table.schema.fields.map(({ name }) => name)).toEqual((await arrow()).schema.fields.map(({ name }) => name));
    expect(await csv({ from: '2010-01-01', to: '2010-02-01' })).toEqual([]);
  });

  test('as of a past moment knows nothing later', async () => {
    const asOf = '2026-03-01T00:00:00.000Z';
    const table = await arrow({ asOf });
    const moments = table.schema.fields.filter(({ name }) => name.endsWith('_at'));
    expect(moments).toHaveLength(20);
    const values = moments.flatMap(({ name }) => Array.from(table.getChild(name) ?? [], momentsIn).flat());
    expect(values.length).toBeGreaterThan(100);
    expect(Math.max(...values)).toBeLessThanOrEqual(Date.parse(asOf));
  });
});

test('a reader that shares nothing with the writer reads the same', async () => {
  const { bytes } = await get({ format: 'arrow' });
  const [ours, theirs] = [tableFromIPC(bytes), pl.readIPCStream(bytes)];
  expect(theirs.shape).toEqual({ height: ours.numRows, width: ours.schema.fields.length });
  const plain = (value: unknown): unknown => {
    if (value instanceof Date) return value.getTime();
    if (typeof value === 'object' && value !== null && Symbol.iterator in value) return Array.from(value as Iterable<unknown>, plain);
    return value ?? null;
  };
  for (const { name } of ours.schema.fields) {
    expect([name, theirs.getColumn(name).toArray().map(plain)]).toEqual([name, Array.from(ours.getChild(name) ?? [], plain)]);
  }
});

describe('CSV', () => {
  test('has the same rows and columns as the Arrow stream', async () => {
    const query = { filter: 'segment:enterprise', asOf: '2026-08-01T00:00:00Z' };
    const [table, lines] = [await arrow(query), await csv(query)];
    expect(lines.map(({ id }) => id)).toEqual(ids(table));
    expect(Object.keys(lines[0] ?? {})).toEqual(table.schema.fields.map(({ name }) => name));
    const { fields } = table.schema;
    expect(lines).toEqual(table.toArray().map((row) => Object.fromEntries(fields.map(({ name }) => [name, asText(name, row[name])]))));
  });

  test('begins with a byte order mark where it is asked for', async () => {
    const { bytes, headers } = await get({ format: 'csv', bom: 'yes' });
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await get({ format: 'csv' })).bytes.subarray(0, 2).toString()).toBe('id');
    expect(headers['content-type']).toContain('text/csv');
  });
});

test.each([
  [{}, 400, 'format'],
  [{ format: 'xlsx' }, 400, 'format'],
  [{ format: 'csv', kpi: 'happiness' }, 404, 'There is no KPI'],
  [{ format: 'csv', kpi: 'churn-90d', outcome: 'sad' }, 400, 'no outcome "sad"'],
  [{ format: 'arrow', asOf: '2030-01-01T00:00:00Z' }, 400, 'in the future'],
])('answers %j with a problem', async (query, status, words) => {
  const answer = await server.agent.get('/api/handoff/export').query(query);
  expect(answer.status).toBe(status);
  expect(answer.type).toBe('application/problem+json');
  expect(answer.body.detail).toContain(words);
});
