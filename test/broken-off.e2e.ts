import { afterAll, beforeAll, expect, test } from 'vitest';
import { BegunDeeds, LONGEST_DEED } from '../server/access/audit/begun-deeds.js';
import { verifyAudit } from '../server/access/audit/verify.js';
import { makeAda } from './ada.js';
import type { Agent } from './agent.js';
import { type TestServer, testServer } from './server.js';
import { signInMember } from './sign-in-member.js';

const REPORT = '0198c0de-0000-7000-8000-000000000001';
const body = { name: 'Mondays', recipients: ['a@b.example'], timeZone: 'UTC', schedule: '0 8 * * 1' };

let now = new Date('2026-03-02T09:00:00Z');
let server: TestServer;
let ada: Agent;
beforeAll(async () => {
  server = await testServer({ now: () => now });
  ({ agent: ada } = await makeAda(server));
});
afterAll(() => server.close());

/** What was done is kept and cannot be written down, as when the process dies between the two. */
async function withoutLog(work: () => Promise<unknown>): Promise<void> {
  await server.db.query(`create function lose() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$`);
  await server.db.query('create trigger lost before insert on audit_entry for each row execute function lose()');
  await work();
  await server.db.query('drop function lose() cascade');
}

const entries = () => server.db.query('select * from audit_entry order by workspace_id, number');
const begun = () => server.db.query('select what, subject, actor from begun_deed');
const settle = () => server.app.get(BegunDeeds).settle();
const later = () => {
  now = new Date(now.getTime() + LONGEST_DEED + 1);
};

test('what was done and not written down is an entry a quarter of an hour later, once', async () => {
  const before = await entries();
  await withoutLog(() => ada.put(`/api/report/${REPORT}`).send(body).expect(500));
  expect(await server.db.query('select name from report where id = $1', [REPORT])).toEqual([{ name: 'Mondays' }]);
  expect(await entries()).toEqual(before);
  expect(await begun()).toMatchObject([{ what: 'PUT /api/report/:id', subject: REPORT, actor: { by: 'session' } }]);
  await settle();
  expect(await entries()).toEqual(before);
  later();
  await Promise.all([settle(), settle(), settle()]);
  const more = (await entries()).slice(before.length);
  expect(more).toMatchObject([
    {
      action: 'deed.broken-off',
      actor: { kind: 'session', email: 'ada@baton.example' },
      subject: REPORT,
      detail: { what: 'PUT /api/report/:id' },
    },
  ]);
  expect(more[0].request_id).toEqual(expect.any(String));
  expect(await begun()).toEqual([]);
  expect((await verifyAudit(server.db, server.workspace.id, Buffer.alloc(32, 1))).fault).toBeNull();
});

test('where the entry is written in the transaction of the deed, neither is there', async () => {
  const tokens = () => server.db.query('select id from api_token');
  const token = { name: 'x', scopes: ['read'], visibility: 'all', days: 1 };
  await withoutLog(() => ada.post('/api/token').send(token).expect(500));
  expect(await tokens()).toEqual([]);
});

test('of what was answered or refused nothing stays', async () => {
  later();
  await settle();
  await ada.patch('/api/login').send({ name: 'Ada' }).expect(204);
  await ada.patch('/api/login').send({ name: '' }).expect(400);
  await ada.delete('/api/token/11111111-1111-4111-8111-111111111111').expect(404);
  expect(await begun()).toEqual([]);
  await ada.put(`/api/report/${REPORT}`).send(body).expect(200);
  expect(await begun()).toEqual([]);
});

test('what is read is not begun', async () => {
  await withoutLog(() => ada.get('/api/audit').expect(200));
  expect(await begun()).toEqual([]);
});

test('who is deleted is not named by what they had begun either', async () => {
  const { login } = await signInMember(server, { role: 'csm' });
  await server.db.query(
    `insert into begun_deed (workspace_id, id, begun_at, actor, what, subject) values ($1, $2::uuid, $3, $4, 'PUT /api/match', ($2::uuid)::text)`,
    [server.workspace.id, login.id, now, JSON.stringify({ by: 'session', login })],
  );
  await ada.delete(`/api/login/${login.id}`).expect(204);
  expect(await begun()).toEqual([{ what: 'PUT /api/match', subject: null, actor: null }]);
});
