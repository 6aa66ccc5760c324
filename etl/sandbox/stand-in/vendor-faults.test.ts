import { expect, onTestFinished, test } from 'vitest';
import type { Answer, Request } from './fault.js';
import { serve } from './serve.js';
import type { StandIn } from './stand-in.js';
import { recordsOf } from './vendor-fault/page-faults.js';
import { VENDOR_FAULTS } from './vendor-faults.js';

const RECORDS = [
  { id: '1', name: 'Ä', changed: '2026-03-01T00:00:00Z' },
  { id: '2', name: 'B', changed: '2026-03-02T00:00:00Z' },
];

async function list(): Promise<StandIn<null>> {
  const answer = ({ query }: Request): Answer => ({
    status: 200,
    body: { total: 2, page: { results: [RECORDS[Number(query.get('at'))]], next: query.get('at') === '0' ? '1' : null } },
  });
  const standIn = await serve({ credentials: null, now: () => new Date(), port: 0, answer });
  onTestFinished(() => standIn.close());
  return standIn;
}

const struck = async (name: string, asks = 1) => {
  const fault = VENDOR_FAULTS.find((one) => one.name === name);
  if (fault === undefined) throw new Error(`there is no fault "${name}"`);
  const standIn = await list();
  standIn.fail(fault.strike());
  const ask = async (at: number) => new Uint8Array(await (await fetch(`${standIn.url}/things?at=${at}`)).arrayBuffer());
  const answers: Uint8Array[] = [];
  for (let at = 0; at < asks; at += 1) answers.push(await ask(at));
  return answers.map((bytes) => new TextDecoder().decode(bytes));
};

test('there are more than 40 kinds, each with a name of its own', () => {
  expect(new Set(VENDOR_FAULTS.map(({ name }) => name)).size).toBe(VENDOR_FAULTS.length);
  expect(VENDOR_FAULTS.length).toBeGreaterThan(40);
});

test('records are found wherever they lie in an answer', () => {
  expect(recordsOf({ a: 1, data: { items: [{ id: 1 }] } })).toEqual([{ id: 1 }]);
  expect(recordsOf([{ id: 1 }])).toEqual([{ id: 1 }]);
  expect(recordsOf({ tags: ['a'], none: [] })).toBeNull();
});

test('what passes strikes as often as it says, and what lasts never ends', async () => {
  expect((await struck('500', 4)).map((text) => text.includes('status 500'))).toEqual([true, true, false, false]);
  expect((await struck('404', 4)).every((text) => text.includes('status 404'))).toBe(true);
});

test('a page overlaps the one before it', async () => {
  const [, second = ''] = await struck('pages that overlap', 2);
  expect(JSON.parse(second).page.results).toEqual(RECORDS);
});

test('the first page comes for ever', async () => {
  const [first, second] = await struck('a next page that is always the first one', 2);
  expect(second).toBe(first);
});

test('words are bent without a change of the answer around them', async () => {
  const [nul = ''] = await struck('NUL in names');
  expect(JSON.parse(nul)).toMatchObject({ total: 2, page: { results: [{ id: '1', name: 'Ä\u0000' }] } });
  expect((await struck('half of a surrogate pair in names'))[0]).toContain('Ä\\ud83d');
  expect((await struck('bytes that are no UTF-8 in names'))[0]).toContain('\ufffd(');
  expect((await struck('a moment in the year 9999'))[0]).toContain('"9999-03-01T00:00:00Z"');
  expect((await struck('numbers beyond 2^53 and beyond all'))[0]).toContain('"undocumented_id":9007199254740993');
});

test('what was asked and would have been answered can be watched', async () => {
  const standIn = await list();
  const seen: string[] = [];
  standIn.watch(({ request, answer }) => seen.push(`${request.path} ${answer.status}`));
  await fetch(`${standIn.url}/things?at=0`);
  standIn.watch(null);
  await fetch(`${standIn.url}/things?at=0`);
  expect(seen).toEqual(['/things 200']);
});
