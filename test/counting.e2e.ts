import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { baton, compile, folder } from './baton-process.js';
import { syntheticWorkspace } from './bench/kpi-handoffs.js';
import { freshDatabase, type TestDatabase } from './database.js';

const PRELOAD = `--import=file://${resolve('test/crash-counting.mjs')}`;

const SECRET_KEY = 'ab'.repeat(32);

beforeAll(compile);

/** The built server on a workspace with handoffs, and the file that makes its counting thread crash. */
async function started() {
  const base = await freshDatabase();
  const workspace = await syntheticWorkspace(base.db, { count: 300, until: new Date() });
  return { base, workspaceId: workspace.id, ...(await startedOn(base, workspace.id)) };
}

async function startedOn(base: TestDatabase, workspaceId: string, env: Record<string, string> = {}) {
  const data = await folder();
  const crashFile = join(data, 'crash');
  const server = baton([], {
    ...{ BATON_DATA_DIR: data, DATABASE_URL: base.url, BATON_SAMPLE: 'off', BATON_SECRET_KEY: SECRET_KEY },
    ...{ NODE_OPTIONS: PRELOAD, CRASH_COUNTING: crashFile, ...env },
  });
  const [link = ''] = (await server.says(/http:\S+sign-in[?]token=\S+/)).split('?');
  const token = await makeSignInToken(base.db, workspaceId, new Date());
  const signedIn = await fetch(`${link}?token=${token}`, { redirect: 'manual' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = (path: string) => fetch(new URL(`/api/${path}`, link), { headers: { cookie } });
  return { server, crashFile, ask };
}

/** Until the transaction ends, nobody can read handoffs. */
async function withHandoffsLocked<T>({ db }: TestDatabase, work: () => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.query('lock table handoff in access exclusive mode');
    return work();
  });
}

it('questions are counted beside the server: a crash there is told, goes no further, and the next question is answered', async () => {
  const { base, server, crashFile, ask } = await started();
  await withHandoffsLocked(base, async () => {
    const waiting = ask('kpi');
    await waitingForHandoffs(base);
    await writeFile(crashFile, '');
    const told = await waiting;
    expect(told.status).toBe(503);
    expect(told.headers.get('retry-after')).toBe('5');
    expect(await told.json()).toMatchObject({ title: 'Service Unavailable', detail: expect.stringContaining('ask again in a moment') });
  });
  expect(server.printed()).toContain('crashed for the test');
  const answer = await ask('kpi?by=region');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(answer.headers.get('server-timing')).toMatch(/^counted;dur=/);
  expect(await answer.json()).toMatchObject({ scope: { by: 'region' } });
  expect((await ask('kpi?by=region')).headers.get('server-timing')).toMatch(/^kept;dur=/);
  expect((await ask('kpi?filter=planet:Mars')).status).toBe(400);
  // Slow by nature, so in a second thread.
  expect((await ask('risk')).status).toBe(200);
  server.signal('SIGTERM');
  expect(await server.exit).toBe(0);
  expect(server.printed()).not.toContain('did not stop in time');
  await base.db.destroy();
}, 120_000);

/** As of a moment, so that two who ask one after the other ask the same. */
const asOf = 'asOf=2026-06-01T00:00:00Z';
const QUESTIONS = [
  ...[`kpi?${asOf}`, `kpi?by=region&${asOf}`, `kpi/churn-90d?by=csm&${asOf}`, `dimension?${asOf}`],
  ...[`kpi/time-to-first-value/handoff?limit=20&${asOf}`, `driver/mix?kpi=churn-90d&by=region&${asOf}`, `driver/factor?${asOf}`],
  ...[`driver/people?${asOf}`, `process?${asOf}`, `repeat?${asOf}`, `repeat/coverage?${asOf}`],
  ...[`restatement?${asOf}`, `risk?limit=20&${asOf}`, `risk/model?${asOf}`, `handoff/export?format=csv&${asOf}`],
];

it('what threads answer is what the server would answer itself, to every kind of question', async () => {
  const beside = await started();
  const within = await startedOn(beside.base, beside.workspaceId, { BATON_COUNTING: 'within' });
  for (const question of QUESTIONS) {
    const answers = [await beside.ask(question), await within.ask(question)];
    expect(`${question} ${answers.map(({ status }) => status)}`).toBe(`${question} 200,200`);
    const [one, other] = await Promise.all(answers.map(async (answer) => (await answer.text()).replace(/"tookMs":\d+/, '')));
    expect(one).toBe(other);
  }
  const { total, items } = await (await beside.ask(`risk?limit=20&${asOf}`)).json();
  expect(total).toBeGreaterThan(0);
  expect(items).toHaveLength(Math.min(total, 20));
  for (const { server } of [beside, within]) {
    server.signal('SIGTERM');
    expect(await server.exit).toBe(0);
  }
  await beside.base.db.destroy();
}, 180_000);

/** Settles once a connection waits for the lock. */
async function waitingForHandoffs({ db }: TestDatabase): Promise<void> {
  for (;;) {
    const [row] = await db.query<{ waiting: boolean }[]>(
      `select exists (select from pg_locks where relation = 'handoff'::regclass and not granted) as waiting`,
    );
    if (row?.waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
