import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { compile } from '../../test/baton-process.js';
import { findCanaries, plantCanaries } from '../../test/canary.js';
import { testDatabase } from '../../test/database.js';
import { rowHashes } from '../../test/rows-of.js';
import { clearEnded, endWorkspace } from './end-workspace.js';
import { Keeper } from './keeper.js';

const now = new Date('2026-06-03T12:00:00Z');
/** More than go at once. */
const MANY = 12_000;

beforeAll(compile);

interface Planted {
  id: string;
  word: string;
}

async function workspace(db: DataSource, directory: string): Promise<Planted> {
  const planted = { id: randomUUID(), word: `canary-${randomUUID()}` };
  const { id, word } = planted;
  await db.query(`insert into workspace (id, name, time_zone, currency, created_at) values ($1, $2, 'UTC', 'EUR', now())`, [id, word]);
  await plantCanaries(db, { workspaceId: id, word });
  await db.query(`insert into webhook_receipt select $1, 's', $2 || i, now() from generate_series(1, ${MANY}) i`, [id, word]);
  await db.query(`update report_delivery set outbox_file = $2 where workspace_id = $1`, [id, `${word}.eml`]);
  await mkdir(join(directory, 'outbox'), { recursive: true });
  await writeFile(join(directory, 'outbox', `${word}.eml`), word);
  await mkdir(join(directory, 'upload', id, 'x'), { recursive: true });
  await writeFile(join(directory, 'upload', id, 'x', 'deals.csv'), word);
  return planted;
}

async function twins() {
  const { url, db } = await testDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'baton-erase-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const mine = await workspace(db, directory);
  const other = await workspace(db, directory);
  return { url, db, directory, keeper: new Keeper(url), mine, other };
}

const end = (keeper: Keeper, { id }: Planted) => endWorkspace(keeper, { workspaceId: id, now, note: async () => {} });

const files = async (directory: string) => (await readdir(directory, { recursive: true })).join('\n');

async function expectGone({ db, directory, mine, other }: Awaited<ReturnType<typeof twins>>): Promise<void> {
  expect(await findCanaries(db, mine.word)).toEqual({});
  expect(await findCanaries(db, mine.id)).toEqual({});
  expect(await files(directory)).not.toContain(mine.word);
  expect(await files(directory)).not.toContain(mine.id);
  expect(await files(directory)).toContain(`${other.word}.eml`);
}

test('of a deleted workspace nothing is left in any table or file, and of another everything', async () => {
  const all = await twins();
  const { db, keeper, directory, mine, other } = all;
  const found = await findCanaries(db, mine.word);
  expect(Object.keys(found).length).toBeGreaterThan(45);
  const before = await findCanaries(db, other.word);
  const kept = await rowHashes(db);
  expect(await end(keeper, mine)).toBe(true);
  expect(await clearEnded(keeper, directory)).toBeGreaterThan(MANY);
  await expectGone(all);
  expect(await findCanaries(db, other.word)).toEqual(before);
  expect(await end(keeper, other)).toBe(true);
  await clearEnded(keeper, directory);
  expect(Object.keys(kept)).toContain('record');
  const rows = Object.entries(await rowHashes(db, ['migrations'])).filter(([, hash]) => !hash.startsWith('0 '));
  expect(rows).toEqual([]);
});

test.each(['files:1', 'rows:1', 'rows:9', 'rows:40'])('killed at %s it is done again to its end', async (at) => {
  const all = await twins();
  await end(all.keeper, all.mine);
  const child = spawn(process.execPath, ['test/child-erase.mjs', all.url, all.directory], {
    env: { ...process.env, BATON_CRASH_ERASURE_AT: at },
  });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  expect(await all.db.query('select id from ended_workspace')).toEqual([{ id: all.mine.id }]);
  await clearEnded(all.keeper, all.directory);
  await expectGone(all);
  expect(await clearEnded(all.keeper, all.directory)).toBe(0);
});

test('what is held is not deleted, with the reason', async () => {
  const { db, keeper, mine } = await twins();
  await db.query(`update workspace set hold_reason = 'case 12', held_at = now() where id = $1`, [mine.id]);
  const before = await rowHashes(db);
  await expect(end(keeper, mine)).rejects.toThrow('may be deleted while it is held: case 12');
  expect(await rowHashes(db)).toEqual(before);
});

test('what is written while it is deleted goes too', async () => {
  const { db, keeper, directory, mine } = await twins();
  await end(keeper, mine);
  let writing = true;
  let n = 0;
  const late = async () => {
    while (writing && n < 300)
      await db.query(`insert into webhook_receipt values ($1, 'late', $2, now())`, [mine.id, `${mine.word} ${n++}`]);
  };
  const writer = late();
  await clearEnded(keeper, directory);
  writing = false;
  await writer;
  await db.query(`insert into ended_workspace values ($1, now()) on conflict do nothing`, [mine.id]);
  await clearEnded(keeper, directory);
  expect(await findCanaries(db, mine.word)).toEqual({});
});
