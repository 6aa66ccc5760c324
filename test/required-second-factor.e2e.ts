import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../server/app.js';
import { Clock } from '../server/http/clock.js';
import { Installation } from '../server/http/installation.js';
import { silentLog } from '../server/http/log.js';
import { ADA, linkedAgent, makeAda, signedInAs } from './ada.js';
import { agentOf } from './agent.js';
import { EXPECTED } from './matrix/expected.js';
import { type TestServer, testServer } from './server.js';
import { setUpSecondFactor } from './set-up-second-factor.js';
import { sessionOf } from './sign-in-member.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
const OPEN = ['GET /api/session', 'DELETE /api/session', 'POST /api/login/second-factor', 'PUT /api/login/second-factor'];

const document: { paths: Record<string, object> } = JSON.parse(await readFile('server/openapi.json', 'utf8'));
const ROUTES = Object.entries(document.paths).flatMap(([path, operations]) =>
  METHODS.filter((method) => method in operations).map((method) => ({ method, path, name: `${method.toUpperCase()} ${path}` })),
);

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ now: NOW });
});
afterAll(() => server.close());
beforeEach(() => ask(false));

const ask = (required: boolean) => server.db.query('update workspace set second_factor_required = $1', [required]);

const path = () => `/api/workspace/${server.workspace.id}`;

describe('a workspace that asks for a second factor', () => {
  it('says so when an admin says so, which is written down', async () => {
    const { agent } = await makeAda(server, { email: 'asking@baton.example' });
    await setUpSecondFactor(agent, NOW);
    const { body } = await agent.patch(path()).send({ secondFactorRequired: true }).expect(200);
    expect(body.secondFactorRequired).toBe(true);
    expect((await agent.get('/api/session')).body).toMatchObject({ secondFactorMissing: false, workspace: { secondFactor: 'workspace' } });
    const [entry] = (await agent.get('/api/audit').expect(200)).body.entries;
    expect(entry).toMatchObject({ action: 'workspace.changed', detail: { secondFactorRequired: true } });
    await agent.patch(path()).send({ secondFactorRequired: false }).expect(200);
    expect((await agent.get('/api/session')).body.workspace.secondFactor).toBe('nobody');
  });

  it('opens nothing to a session of before but setting one up and signing out, on every route', async () => {
    const { agent } = await makeAda(server, { email: 'before@baton.example' });
    await agent.get('/api/kpi').expect(200);
    await ask(true);
    const { body } = await agent.get('/api/session').expect(200);
    expect(body).toMatchObject({ secondFactorMissing: true, rights: [] });
    const refused = [];
    for (const { method, path: at, name } of ROUTES.filter((one) => EXPECTED[one.name]?.needs !== 'public' && !OPEN.includes(one.name))) {
      const answer = await agent[method](at.replaceAll(/\{\w+\}/g, randomUUID()));
      refused.push([name, answer.status, String(answer.body.detail).startsWith('A second factor is asked for')]);
    }
    expect(refused.length).toBeGreaterThan(80);
    expect(refused.filter(([, status, said]) => status !== 403 || said !== true)).toEqual([]);
    await agent.delete('/api/session').expect(204);
  });

  it('opens all once it is set up, in the same session', async () => {
    await makeAda(server, { email: 'setting-up@baton.example' });
    await ask(true);
    const agent = await signedInAs(server, { ...ADA, email: 'setting-up@baton.example' });
    await agent.get('/api/kpi').expect(403);
    await setUpSecondFactor(agent, NOW);
    await agent.get('/api/kpi').expect(200);
    expect((await agent.get('/api/session').expect(200)).body).toMatchObject({ secondFactorMissing: false, role: 'admin' });
  });

  it('lists no other workspace to who has not', async () => {
    const { agent } = await makeAda(server, { email: 'elsewhere@baton.example' });
    const given = { name: 'Another', timeZone: 'UTC', currency: 'EUR' };
    const { body } = await agent.post('/api/workspace').send(given).expect(201);
    await server.db.query('update workspace set second_factor_required = true where id = $1', [server.workspace.id]);
    expect((await agent.get('/api/session')).body.workspaces.map(({ name }: { name: string }) => name)).toEqual(['Test company']);
    await agent.post('/api/session/workspace').send({ id: body.id }).expect(403);
  });

  it('refuses the tokens of who has none, and takes them again afterwards', async () => {
    const { agent } = await makeAda(server, { email: 'token@baton.example' });
    const wanted = { name: 'x', scopes: ['read'], visibility: 'all', days: 7 };
    const { secret } = (await agent.post('/api/token').send(wanted).expect(201)).body;
    const asked = () => server.stranger.get('/api/kpi').set('authorization', `Bearer ${secret}`);
    await asked().expect(200);
    await ask(true);
    expect((await asked().expect(401)).body.detail).toContain('the owner of this token has none');
    await setUpSecondFactor(agent, NOW);
    await asked().expect(200);
  });

  it('takes the word of the server’s shell, and of a provider', async () => {
    const { id } = await makeAda(server, { email: 'by-provider@baton.example' });
    const agent = await sessionOf(server, { loginId: id, workspaceId: server.workspace.id });
    await ask(true);
    await agent.get('/api/kpi').expect(403);
    await server.db.query(`update session set sess = jsonb_set(sess::jsonb, '{cameBy}', '"provider"') where login_id = $1`, [id]);
    await agent.get('/api/kpi').expect(200);
    const link = await linkedAgent(server);
    await link.get('/api/kpi').expect(200);
    expect((await link.get('/api/session')).body.secondFactorMissing).toBe(false);
  });

  it('asks on every replica from the same moment on', async () => {
    const { agent: admin } = await makeAda(server, { email: 'with-one@baton.example' });
    await setUpSecondFactor(admin, NOW);
    const { agent } = await makeAda(server, { email: 'replica@baton.example' });
    const installation = server.app.get(Installation);
    const beside = { walls: { paces: null }, db: server.scoped, longWork: server.scoped, installation, clock: server.app.get(Clock) };
    const replica = await createApp({ ...beside, log: silentLog(), dashboardDirectory: 'dist/dashboard' });
    try {
      const other = agentOf(replica);
      await other.post('/api/session').send({ email: 'replica@baton.example', password: ADA.password }).expect(200);
      await other.get('/api/kpi').expect(200);
      await admin.patch(path()).send({ secondFactorRequired: true }).expect(200);
      await Promise.all([other.get('/api/kpi').expect(403), agent.get('/api/kpi').expect(403)]);
    } finally {
      await replica.close();
    }
  });
});

describe('an installation that asks for it', () => {
  it('asks in every workspace, whatever that says', async () => {
    const strict = await testServer({ now: NOW, entrance: { secondFactorRequired: true } });
    try {
      const { agent } = await makeAda(strict);
      expect((await agent.get('/api/session')).body).toMatchObject({
        secondFactorMissing: true,
        workspace: { secondFactor: 'installation' },
      });
      await agent.get('/api/kpi').expect(403);
      await setUpSecondFactor(agent, NOW);
      await agent.patch(`/api/workspace/${strict.workspace.id}`).send({ secondFactorRequired: false }).expect(200);
      expect((await agent.get('/api/session')).body.workspace.secondFactor).toBe('installation');
    } finally {
      await strict.close();
    }
  });
});
