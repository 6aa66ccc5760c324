import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../../test/database.js';
import { type Progress, runSync } from '../../sync/run.js';
import { tableHashes } from '../../sync/table-hash.js';
import { Source, Workspace } from '../../warehouse/index.js';

const ROWS = 2200;
const day = (index: number) => `2026-0${1 + (index % 3)}-${10 + (index % 18)}`;
const deals = Array.from(
  { length: ROWS },
  (_, index) => `${index};Firm ${index % 900};${index % 50 === 7 ? 'soon' : day(index)};${index},50`,
);
/** Without a key, and with twins. */
const uses = Array.from({ length: ROWS }, (_, index) => `Firm ${index % 600};${day(index % 40)}`);

const mapping = {
  name: 'Ours',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  files: [
    { path: 'deals.csv', what: 'deals', decimal: ',', columns: { id: 'id', account: 'firm', wonAt: 'won', amount: 'amount' } },
    { path: 'uses.csv', what: 'events', kind: 'first-value', columns: { account: 'firm', at: 'used' } },
  ],
};

async function folder(): Promise<string> {
  const at = await mkdtemp(join(tmpdir(), 'baton-csv-'));
  onTestFinished(() => rm(at, { recursive: true }));
  await writeFile(join(at, 'deals.csv'), `\ufeffid;firm;won;amount\r\n${deals.join('\r\n')}\r\n`);
  await writeFile(join(at, 'uses.csv'), `firm;used\n${uses.join('\n')}\n`);
  return at;
}

/** A workspace with the files as its only source, and a way to read them, or one page more of them. */
async function connected(db: DataSource, directory: string) {
  const workspaceId = randomUUID();
  const createdAt = new Date();
  await db.getRepository(Workspace).insert({ id: workspaceId, name: 'Ours', timeZone: 'UTC', currency: 'EUR', createdAt });
  await db
    .getRepository(Source)
    .insert({ workspaceId, id: 'ours', kind: 'csv', name: 'Ours', settings: { directory, mapping }, createdAt });
  const read = ({ onePage = false } = {}) => {
    const stop = new AbortController();
    const onProgress = ({ readCount, done }: Progress) => {
      if (onePage && readCount > 0 && !done) stop.abort();
    };
    return runSync(db, { workspaceId, sourceId: 'ours', trigger: 'import', secretKey: Buffer.alloc(32), onProgress, signal: stop.signal });
  };
  return { workspaceId, read };
}

test('an import that is interrupted again and again ends as an undisturbed one', async () => {
  const { db } = await testDatabase();
  const at = await folder();
  const whole = await connected(db, at);
  await whole.read();
  const pieces = await connected(db, at);
  let attempts = 0;
  while ((await pieces.read({ onePage: true })).outcome !== 'succeeded' && attempts < 20) attempts += 1;
  // One page of 900 accounts, three of deals, three of events.
  expect(attempts).toBe(7);
  expect(await tableHashes(db, pieces.workspaceId)).toEqual(await tableHashes(db, whole.workspaceId));
});

test('every row is a record or a rejected record with its row, and reading again writes nothing', async () => {
  const { db } = await testDatabase();
  const { workspaceId, read } = await connected(db, await folder());
  const first = await read();
  const counts = first.streams.map(({ stream, readCount, writtenCount, rejectedCount }) => [
    stream,
    readCount,
    writtenCount,
    rejectedCount,
  ]);
  expect(counts).toEqual([
    ['csv.accounts-named', 900, 900, 0],
    ['csv.deals.csv', ROWS, ROWS - 44, 44],
    ['csv.uses.csv', ROWS, ROWS, 0],
  ]);
  const [refused] = await db.query('select reason from rejected_record where workspace_id = $1 and external_id = $2', [workspaceId, '7']);
  expect(refused.reason).toBe("csv.deals.csv row 9: won 'soon' is not a date written as yyyy-mm-dd");
  const before = await tableHashes(db, workspaceId);
  const again = await read();
  expect(again.streams.every(({ writtenCount, rejectedCount }) => writtenCount === 0 && rejectedCount === 0)).toBe(true);
  expect(again.changedHandoffs).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(before);
});
