import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.js';
import { foundIn, type Replacement, replaceIn, type TextTable } from './replace-words.js';

const TABLE: TextTable = {
  name: 'said',
  columns: [
    { name: 'words', type: 'text' },
    { name: 'list', type: 'text[]' },
    { name: 'payload', type: 'jsonb' },
  ],
};
const ANN = 'ann@acme.example';

let db: DataSource;
let workspaceId: string;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  await db.query('create table said (workspace_id uuid, number int, words text, list text[], payload jsonb)');
  return () => db.destroy();
});
beforeEach(async () => {
  await db.query('truncate said');
  workspaceId = randomUUID();
});

const say = (number: number, row: { words?: string; list?: string[]; payload?: object }, of = workspaceId) =>
  db.query('insert into said values ($1, $2, $3, $4, $5)', [of, number, row.words, row.list, row.payload && JSON.stringify(row.payload)]);
const said = () => db.query<{ words: string; list: string[]; payload: object }[]>('select words, list, payload from said order by number');
const replace = (...replacements: Replacement[]) => db.transaction((tx) => replaceIn(tx, TABLE, { workspaceId, replacements }));
const found = (...wanted: Omit<Replacement, 'by'>[]) => db.transaction((tx) => foundIn(tx, TABLE, { workspaceId, wanted }));

test('words are replaced in any case, in texts, lists and payloads, and nothing else of them is', async () => {
  await say(1, { words: `from ANN@acme.example, "${ANN}"` });
  await say(2, { list: ['x', ANN] });
  await say(3, { payload: { to: [{ email: ANN }], n: 1 } });
  await say(4, {});
  expect(await found({ words: ANN })).toBe(3);
  expect(await replace({ words: ANN, by: 'gone' })).toBe(3);
  expect(await said()).toEqual([
    { words: 'from gone, "gone"', list: null, payload: null },
    { words: null, list: ['x', 'gone'], payload: null },
    { words: null, list: null, payload: { to: [{ email: 'gone' }], n: 1 } },
    { words: null, list: null, payload: null },
  ]);
  expect(await found({ words: ANN })).toBe(0);
});

test('what is longer, or of another workspace, is left', async () => {
  const longer = ['joann@acme.example', 'x.ann@acme.example', 'ann@acme.examples', 'ann@acme.example-2', 'ann@acmeXexample'];
  for (const [n, words] of longer.entries()) await say(n, { words });
  await say(9, { words: ANN }, randomUUID());
  expect(await found({ words: ANN })).toBe(0);
  expect(await replace({ words: ANN, by: 'gone' })).toBe(0);
  expect((await said()).map(({ words }) => words)).toEqual([...longer, ANN]);
});

test('a name is left where it is a namesake’s: beside their address, and not beside that of the one who is meant', async () => {
  const namesakes = { addresses: ['ann@other.example', 'ann@third.example'], meant: ANN };
  const name = { words: 'Ann Smith', namesakes };
  await say(1, { words: 'Ann Smith' });
  await say(2, { words: 'Ann Smith', payload: { email: 'Ann@Third.example' } });
  await say(3, { words: 'Ann Smith', payload: { from: 'ann@other.example', to: ANN } });
  await say(4, { words: 'Ann Smith', list: ['joann@other.example'] });
  expect(await found(name)).toBe(3);
  expect(await replace({ ...name, by: 'gone' })).toBe(3);
  expect((await said()).map(({ words }) => words)).toEqual(['gone', 'Ann Smith', 'gone', 'gone']);
});

test('what looks like a pattern is a word', async () => {
  await say(1, { words: 'a+b (c) wrote, aab (c) did not', payload: { who: 'Q "the" \\ Z' } });
  expect(await replace({ words: 'a+b (c', by: 'x' }, { words: 'Q "the" \\ Z', by: 'y' })).toBe(2);
  expect(await said()).toEqual([{ words: 'x) wrote, aab (c) did not', list: null, payload: { who: 'y' } }]);
});
