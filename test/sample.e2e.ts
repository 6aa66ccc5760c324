import { beforeAll, expect, it } from 'vitest';
import { baton, compile, folder } from './baton-process.js';
import { testDatabase } from './database.js';

const LINK = /http:\S+sign-in[?]token=\S+/;
const STREAMS = ['owners', 'pipelines', 'companies', 'deals', 'tasks'].map((stream) => `hubspot.${stream}`);

beforeAll(compile);

it('an empty installation reads the sample company, also when it is stopped half way, and keeps it', { timeout: 300_000 }, async () => {
  const { url, db } = await testDatabase();
  const env = { BATON_DATA_DIR: await folder(), DATABASE_URL: url };

  const stopped = baton([], env);
  await stopped.says(/hubspot.companies: \d+ read/);
  stopped.signal('SIGTERM');
  expect(await stopped.exit).toBe(0);
  expect(await db.query('select outcome from sync_run where ended_at is null')).toEqual([]);

  const whole = baton([], env);
  const link = await whole.says(LINK);
  for (const stream of STREAMS) expect(whole.printed()).toMatch(new RegExp(`${stream}: \\d+ read, \\d+ new or changed\n`));
  const cookie = (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = async (path: string) => (await fetch(new URL(path, link), { headers: { cookie } })).json();
  expect(await ask('/api/session')).toMatchObject({ workspace: { sample: true, timeZone: 'Europe/Berlin' } });
  expect(await ask('/api/source')).toMatchObject({ state: 'on time', sources: [{ id: 'hubspot' }, { id: 'zendesk' }] });
  const { handoffs, kpis } = (await ask('/api/kpi')) as { handoffs: number; kpis: { measure: { n: number } }[] };
  expect(handoffs).toBeGreaterThan(500);
  expect(kpis).toHaveLength(14);
  const { csrfToken } = (await ask('/api/session')) as { csrfToken: string };
  const byHand = { method: 'POST', headers: { cookie, 'x-baton-token': csrfToken } };
  expect((await fetch(new URL('/api/source/hubspot/sync', link), byHand)).status).toBe(202);
  whole.signal('SIGTERM');
  expect(await whole.exit).toBe(0);

  const before = await db.query('select count(*)::int as records, max(read_at) as read_at from record');
  const again = baton([], env);
  await again.says(LINK);
  expect(again.printed()).not.toContain('Reading');
  const sync = baton(['sync'], env);
  expect(await sync.exit).toBe(0);
  expect(sync.printed().match(/, 0 new or changed/g)).toHaveLength(11);
  expect(await db.query('select count(*)::int as records, max(read_at) as read_at from record')).toEqual(before);
  again.signal('SIGINT');
  expect(await again.exit).toBe(0);
});
