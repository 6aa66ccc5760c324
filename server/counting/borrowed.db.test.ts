import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changedByHand, Workspace } from '../../etl/warehouse/index.js';
import { syntheticWorkspace } from '../../test/bench/kpi-handoffs.js';
import { type TestDatabase, testDatabase } from '../../test/database.js';
import { playedSync } from '../../test/played-sync.js';
import type { Visibility } from '../handoff/visibility.js';
import { kpiQuery } from '../kpi/kpi.schema.js';
import { riskQuery } from '../risk/risk.schema.js';
import { Answers } from './answers.js';

const NOW = new Date('2026-06-15T09:00:00Z');
const ALL: Visibility = { kind: 'all' };

let base: TestDatabase;
let workspaceId: string;
let channel: MessageChannel;
let quick: Answers;
let slow: Answers;

beforeEach(async () => {
  base = await testDatabase();
  workspaceId = (await syntheticWorkspace(base.db, { count: 300, until: NOW })).id;
  [quick, slow] = [new Answers(base.db, 10), new Answers(base.db, 10)];
  channel = new MessageChannel();
  quick.lendTo(channel.port1);
  slow.borrowFrom(channel.port2);
});

afterEach(() => channel.port1.close());

const workspaceNow = () => base.db.getRepository(Workspace).findOneByOrFail({ id: workspaceId });

async function ask(by: Answers, name: 'kpi' | 'risk', seconds: number) {
  const now = new Date(NOW.getTime() + seconds * 1000);
  const query = name === 'kpi' ? kpiQuery.parse({}) : riskQuery.parse({});
  const { bytes } = await by.of({ name, workspace: await workspaceNow(), query, visibility: ALL, now });
  return JSON.parse(new TextDecoder().decode(bytes));
}

const through = async (seconds: number): Promise<string> => (await ask(quick, 'kpi', seconds)).scope.dataAsOf;
const risk = async (seconds: number): Promise<{ dataAsOf: string; total: number }> => {
  const { known, open } = await ask(slow, 'risk', seconds);
  return { dataAsOf: known.dataAsOf, total: open };
};

const sync = (seconds: number) => playedSync(base.db, workspaceId, new Date(NOW.getTime() + seconds * 1000));

test('two threads answer from one reading, whichever is asked first', async () => {
  const first = await through(0);
  const read = await sync(-5);
  const before = await risk(5);
  expect(before.dataAsOf).toBe(first);
  await sync(-4);
  expect(await risk(9)).toEqual(before);
  expect((await risk(31)).dataAsOf).not.toBe(read);
  expect(await through(32)).toBe((await risk(32)).dataAsOf);
});

test('what a person changes is seen by both at once', async () => {
  await through(0);
  await risk(0);
  const read = await sync(-5);
  await base.db.transaction((tx) => changedByHand(tx, workspaceId));
  expect((await risk(1)).dataAsOf).toBe(read);
  expect(await through(1)).toBe(read);
});

/** How often Postgres was asked whose the open handoffs are: once for each reading from which risks are worked out. */
async function accountsAsked(work: () => Promise<unknown>): Promise<number> {
  const queries = vi.spyOn(base.db, 'query');
  await work();
  const asked = queries.mock.calls.filter(([sql]) => String(sql).includes('"accountId", amount from handoff')).length;
  queries.mockRestore();
  return asked;
}

test('what is asked of the other again and again is made ready before both change over', async () => {
  await through(0);
  await risk(0);
  await risk(1);
  const read = await sync(-5);
  const ahead = await accountsAsked(async () => {
    await through(11);
    await expect.poll(() => through(12)).toBe(read);
  });
  const afterwards = await accountsAsked(async () => expect((await risk(13)).dataAsOf).toBe(read));
  expect({ ahead, afterwards }).toEqual({ ahead: 1, afterwards: 0 });
});

test('of a workspace that was deleted neither answers', async () => {
  await risk(0);
  const workspace = await workspaceNow();
  await base.db.query('delete from workspace where id = $1', [workspaceId]);
  await quick.forgetEnded();
  const asked = slow.of({ name: 'risk', workspace, query: riskQuery.parse({}), visibility: ALL, now: NOW });
  await expect(asked).rejects.toThrow('there is no workspace');
});

test('who waits for a thread that has ended is told', async () => {
  await through(0);
  channel.port1.close();
  await expect(risk(1)).rejects.toThrow('Ask again');
});
