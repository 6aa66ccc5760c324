import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HubspotStandIn, startHubspotStandIn } from '../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../etl/sandbox/sample-company.js';
import { ACTIONS } from '../server/access/audit/audit.js';
import { makePasswordReset } from '../server/access/login/password-reset.js';
import { Syncs } from '../server/source/syncs.js';
import { ADA, linkedAgent, makeAda } from './ada.js';
import { type Agent, agentOf } from './agent.js';
import { SAMPLE_NOW, sampleServer } from './sample.js';
import type { TestServer } from './server.js';
import { type MemberSession, signInMember } from './sign-in-member.js';

const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(await readFile('server/openapi.json', 'utf8'));
const unsafe = Object.entries(document.paths).flatMap(([path, operations]) =>
  ['post', 'put', 'patch', 'delete'].filter((method) => method in operations).map((method) => `${method} ${path}`),
);

/** What leaves no entry, and why. */
const UNSAID: Record<string, string> = {
  'post /api/definition/preview': 'changes nothing',
  'post /api/import': 'a place for files; what is done with them is noted when they are imported',
  'put /api/import/{id}/file/{name}': 'as above',
  'post /api/import/{id}/guess': 'changes nothing',
  'post /api/import/{id}/preview': 'changes nothing',
  'post /api/repeat/try': 'changes nothing',
  'post /api/source/{id}/test': 'changes nothing',
  'post /api/source/{id}/mapping/preview': 'changes nothing',
  'post /api/webhook/{workspaceId}/{sourceId}': 'said by a vendor, many times a minute; it is in webhook_receipt',
  'post /api/invitation/read': 'changes nothing',
  'post /api/password-reset/read': 'changes nothing',
  'post /api/login/identity': 'begins what ends at the provider; the link is noted when one comes back',
  'post /api/login/second-factor': 'holds only once a code was given, which is noted',
};

let server: TestServer;
let hubspot: HubspotStandIn;
let dataDirectory: string;
let ada: Agent;
/** Another admin, made late. */
let eve: Agent;
let other: MemberSession;
/** What one call answered and another needs. */
const kept: Record<string, string> = {};

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-noted-'));
  const limits = { perTenSeconds: 10_000, searchesPerSecond: 1_000 };
  hubspot = await startHubspotStandIn(sampleCompany({ until: SAMPLE_NOW, wonDeals: 5 }), { now: () => SAMPLE_NOW, ...limits });
  server = await sampleServer({ dataDirectory });
  await server.db.query('update workspace set sample = false');
  ({ agent: ada } = await makeAda(server));
  other = await signInMember(server, { role: 'csm' });
});
afterAll(async () => {
  await server.close();
  await hubspot.close();
  await rm(dataDirectory, { recursive: true });
});

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: SAMPLE_NOW.getTime() });
const DEALS = 'deal_id,company,won_at,amount,owner\n1,Acme,2026-01-05 10:00,12000,Ann\n';
const workspace = () => `/api/workspace/${server.workspace.id}`;
const workspaceBody = { name: 'Second', timeZone: 'UTC', currency: 'EUR' };

/** Each unsafe route, done for real, in this order; what is written down of it. */
const SAID: [route: string, action: (typeof ACTIONS)[number], act: () => Promise<unknown>][] = [
  [
    'post /api/token',
    'token.made',
    async () => {
      const body = { name: 'x', scopes: ['read'], visibility: 'all', days: 1 };
      kept.token = (await ada.post('/api/token').send(body).expect(201)).body.token.id;
    },
  ],
  ['delete /api/token/{id}', 'token.revoked', () => ada.delete(`/api/token/${kept.token}`).expect(204)],
  [
    'put /api/definition',
    'definition.changed',
    async () => {
      const { definition, version } = (await ada.get('/api/definition').expect(200)).body;
      kept.version = String(version);
      definition.kpiTargets['time-to-first-value'].enterprise = 41;
      await ada
        .put('/api/definition')
        .send({ definition, from: Number(kept.version), note: 'a later target' })
        .expect(200);
    },
  ],
  [
    'post /api/definition/{version}/restore',
    'definition.restored',
    () =>
      ada
        .post(`/api/definition/${kept.version}/restore`)
        .send({ from: Number(kept.version) + 1, note: 'as it was' })
        .expect(200),
  ],
  [
    'post /api/source',
    'source.connected',
    () =>
      ada
        .post('/api/source')
        .send({ kind: 'hubspot', name: 'Other', settings: { baseUrl: hubspot.url }, credentials: hubspot.credentials, schedule: null })
        .expect(201),
  ],
  ['put /api/source/{id}/settings', 'source.changed', () => ada.put('/api/source/other/settings').send({ name: 'Another' }).expect(200)],
  ['post /api/source/{id}/sync', 'source.read', () => ada.post('/api/source/other/sync').expect(202)],
  ['post /api/source/{id}/cancel', 'source.cancelled', () => ada.post('/api/source/other/cancel').expect(202)],
  [
    'put /api/source/{id}/mapping',
    'mapping.changed',
    async () => {
      await quiet();
      await ada
        .put('/api/source/other/mapping')
        .send({ mapping: { dealDimensions: { line: 'product_line' } } })
        .expect(202);
    },
  ],
  [
    'delete /api/source/{id}',
    'source.removed',
    async () => {
      await quiet();
      await ada.delete('/api/source/other').expect(200);
    },
  ],
  [
    'post /api/import/{id}',
    'import.made',
    async () => {
      const { id } = (await ada.post('/api/import').expect(201)).body;
      await ada.put(`/api/import/${id}/file/deals.csv`).set('content-type', 'text/csv').send(DEALS).expect(200);
      const { mapping } = (await ada.post(`/api/import/${id}/guess`).expect(200)).body;
      await ada.post(`/api/import/${id}`).send({ mapping }).expect(202);
      for (let state = 'importing'; state === 'importing'; ) {
        await setTimeout(50);
        const { body } = await ada.get(`/api/import/${id}`).expect(200);
        [state, kept.imported] = [body.state, body.sourceId];
      }
    },
  ],
  ['post /api/import/undo', 'import.undone', () => ada.post('/api/import/undo').send({ sourceId: kept.imported }).expect(200)],
  [
    'put /api/match',
    'match.made',
    async () => {
      const [{ sourceId, externalId }] = await server.db.query(
        `select source_id as "sourceId", external_id as "externalId" from ticket limit 1`,
      );
      [kept.sourceId, kept.ticket] = [sourceId, externalId];
      await ada.put('/api/match').send({ sourceId, kind: 'ticket', externalId, accountId: null }).expect(200);
    },
  ],
  [
    'delete /api/match',
    'match.removed',
    () => ada.delete('/api/match').query({ sourceId: kept.sourceId, kind: 'ticket', externalId: kept.ticket }).expect(200),
  ],
  [
    'post /api/repeat/verdict',
    'verdict.given',
    async () => {
      const [{ sourceId, factId }] = (await ada.get('/api/repeat').expect(200)).body.items;
      [kept.sourceId, kept.factId] = [sourceId, factId];
      await ada.post('/api/repeat/verdict').send({ sourceId, factId, verdict: 'confirmed' }).expect(200);
    },
  ],
  [
    'delete /api/repeat/verdict',
    'verdict.withdrawn',
    () => ada.delete('/api/repeat/verdict').query({ sourceId: kept.sourceId, factId: kept.factId }).expect(200),
  ],
  [
    'put /api/report/{id}',
    'report.changed',
    () => {
      kept.report = '0198c0de-0000-7000-8000-000000000001';
      const schedule = '0 8 * * 1';
      return ada
        .put(`/api/report/${kept.report}`)
        .send({ name: 'Mondays', recipients: ['a@b.example'], timeZone: 'UTC', schedule })
        .expect(200);
    },
  ],
  ['post /api/report/{id}/send', 'report.sent', () => ada.post(`/api/report/${kept.report}/send`).send({}).expect(200)],
  [
    'post /api/team',
    'team.made',
    async () => {
      kept.team = (await ada.post('/api/team').send({ name: 'North' }).expect(201)).body.id;
    },
  ],
  ['patch /api/team/{id}', 'team.changed', () => ada.patch(`/api/team/${kept.team}`).send({ name: 'South' }).expect(200)],
  ['delete /api/team/{id}', 'team.removed', () => ada.delete(`/api/team/${kept.team}`).expect(204)],
  [
    'post /api/invitation',
    'member.invited',
    async () => {
      const { body } = await ada.post('/api/invitation').send({ email: 'bo@baton.example', role: 'csm' }).expect(201);
      kept.invitation = new URL(body.link).hash.replace('#token=', '');
    },
  ],
  [
    'post /api/invitation/accept',
    'member.joined',
    () =>
      agentOf(server.app).post('/api/invitation/accept').send({ token: kept.invitation, name: 'Bo', password: 'a kite over the harbour' }),
  ],
  [
    'delete /api/invitation/{id}',
    'invitation.withdrawn',
    async () => {
      const { body } = await ada.post('/api/invitation').send({ email: 'cy@baton.example', role: 'csm' }).expect(201);
      await ada.delete(`/api/invitation/${body.invitation.id}`).expect(204);
    },
  ],
  ['patch /api/member/{id}', 'member.changed', () => ada.patch(`/api/member/${other.login.id}`).send({ role: 'analyst' }).expect(200)],
  ['post /api/member/{id}/password-reset', 'password.reset-asked', () => ada.post(`/api/member/${other.login.id}/password-reset`)],
  [
    'delete /api/member/{id}/second-factor',
    'second-factor.removed',
    async () => {
      await server.db.query('update login set totp_confirmed_at = now() where id = $1', [other.login.id]);
      await ada.delete(`/api/member/${other.login.id}/second-factor`).expect(200);
    },
  ],
  ['delete /api/member/{id}/session', 'session.ended', () => ada.delete(`/api/member/${other.login.id}/session`).expect(204)],
  ['delete /api/member/{id}', 'member.removed', () => ada.delete(`/api/member/${other.login.id}`).expect(204)],
  [
    'patch /api/workspace/{id}',
    'workspace.changed',
    () => ada.patch(`/api/workspace/${server.workspace.id}`).send({ name: 'Ours' }).expect(200),
  ],
  [
    'post /api/session/own',
    'workspace.made',
    async () => {
      await server.db.query('update workspace set sample = true');
      await (await linkedAgent(server)).post('/api/session/own').send(workspaceBody).expect(200);
      await server.db.query('update workspace set sample = false');
    },
  ],
  [
    'post /api/workspace',
    'workspace.made',
    async () => {
      kept.workspace = (await ada.post('/api/workspace').send(workspaceBody).expect(201)).body.id;
    },
  ],
  [
    'post /api/session/workspace',
    'workspace.entered',
    async () => {
      await ada.post('/api/session/workspace').send({ id: kept.workspace }).expect(200);
      await ada.post('/api/session/workspace').send({ id: server.workspace.id }).expect(200);
    },
  ],
  ['patch /api/login', 'login.changed', () => ada.patch('/api/login').send({ name: 'Ada' }).expect(204)],
  [
    'put /api/login/second-factor',
    'second-factor.added',
    async () => {
      kept.secret = (await ada.post('/api/login/second-factor').send({ password: ADA.password }).expect(200)).body.secret;
      await ada
        .put('/api/login/second-factor')
        .send({ code: codeOf(kept.secret ?? '') })
        .expect(200);
    },
  ],
  [
    'post /api/login/recovery-code',
    'recovery-code.made',
    async () => {
      const { body } = await ada.post('/api/login/recovery-code').send({ password: ADA.password }).expect(200);
      [kept.recovery, kept.recoveryToo] = body.recoveryCodes;
    },
  ],
  [
    'post /api/session/second-factor',
    'recovery-code.used',
    async () => {
      const agent = agentOf(server.app);
      await agent.post('/api/session').send({ email: ADA.email, password: ADA.password }).expect(200);
      await agent.post('/api/session/second-factor').send({ code: kept.recovery }).expect(200);
    },
  ],
  [
    'delete /api/login/second-factor',
    'second-factor.removed',
    () => ada.delete('/api/login/second-factor').send({ password: ADA.password, code: kept.recoveryToo }).expect(204),
  ],
  [
    'post /api/session',
    'sign-in.failed',
    () => agentOf(server.app).post('/api/session').send({ email: ADA.email, password: 'wrong wrong' }).expect(401),
  ],
  [
    'delete /api/login/identity',
    'identity.unlinked',
    async () => {
      await server.db.query(
        `insert into login_identity (issuer, subject, login_id, linked_at) select 'https://id.example', 'ada', id, now() from login where email = $1`,
        [ADA.email],
      );
      await ada.delete('/api/login/identity').send({ password: ADA.password }).expect(204);
    },
  ],
  ['delete /api/session/all', 'session.ended', () => ada.delete('/api/session/all').expect(204)],
  [
    'delete /api/session/all/{id}',
    'session.ended',
    async () => {
      await agentOf(server.app).post('/api/session').send({ email: ADA.email, password: ADA.password }).expect(200);
      const { body } = await ada.get('/api/session/all').expect(200);
      const { id } = body.sessions.find(({ current }: { current: boolean }) => !current);
      await ada.delete(`/api/session/all/${id}`).expect(204);
    },
  ],
  ['put /api/workspace/{id}/keeping', 'workspace.changed', () => ada.put(`${workspace()}/keeping`).send({ auditDays: 400 }).expect(204)],
  ['put /api/workspace/{id}/hold', 'workspace.changed', () => ada.put(`${workspace()}/hold`).send({ reason: 'a dispute' }).expect(204)],
  ['delete /api/workspace/{id}/hold', 'workspace.changed', () => ada.delete(`${workspace()}/hold`).expect(204)],
  [
    'put /api/login/password',
    'password.changed',
    () => ada.put('/api/login/password').send({ current: ADA.password, new: 'a kite over the harbour' }).expect(204),
  ],
  [
    'post /api/password-reset/use',
    'password.changed',
    async () => {
      const { id } = (await ada.get('/api/session').expect(200)).body.login;
      const token = await makePasswordReset(server.db, id, SAMPLE_NOW);
      await server.stranger.post('/api/password-reset/use').send({ token, password: ADA.password }).expect(204);
    },
  ],
  [
    'post /api/login',
    'login.made',
    async () => {
      eve = await linkedAgent(server);
      await eve
        .post('/api/login')
        .send({ ...ADA, email: 'eve@baton.example' })
        .expect(204);
    },
  ],
  ['delete /api/session', 'sign-out', async () => (await linkedAgent(server)).delete('/api/session').expect(204)],

  [
    'delete /api/login/{id}',
    'person.deleted',
    async () => {
      const { login } = await signInMember(server, { role: 'csm' });
      await eve.delete(`/api/login/${login.id}`).expect(204);
    },
  ],
  [
    'post /api/erasure',
    'person.deleted',
    async () => {
      const [{ email }] = await server.db.query('select email from person where email is not null and not internal limit 1');
      await eve.post('/api/erasure').send({ email, preview: false }).expect(200);
    },
  ],
  [
    'delete /api/login',
    'person.deleted',
    async () => {
      const { agent } = await makeAda(server, { email: 'fay@baton.example' });
      await agent.delete('/api/login').send({ password: ADA.password }).expect(204);
    },
  ],
  ['delete /api/workspace/{id}', 'workspace.deleted', () => eve.delete(workspace()).send({ name: 'Ours' }).expect(202)],
];

/** Until nothing is being read. */
async function quiet(): Promise<void> {
  const syncs = server.app.get(Syncs);
  for (let tries = 0; tries < 400 && syncs.begun(server.workspace.id).size > 0; tries++) await setTimeout(50);
}

const noted = async (): Promise<Map<string, number>> => {
  const rows = await server.db.query<{ action: string; count: number }[]>(
    'select action, count(*)::int as count from audit_entry group by 1',
  );
  return new Map(rows.map(({ action, count }) => [action, count]));
};

test('every route that is not safe leaves an entry, or says why not', () => {
  const known = [...SAID.map(([route]) => route), ...Object.keys(UNSAID)];
  expect(unsafe.filter((route) => !known.includes(route))).toEqual([]);
  expect(known.filter((route) => !unsafe.includes(route))).toEqual([]);
});

describe.each(SAID)('%s', (_, action, act) => {
  test(`is written down as ${action}`, async () => {
    const before = await noted();
    await act();
    expect((await noted()).get(action) ?? 0).toBeGreaterThan(before.get(action) ?? 0);
  });
});
