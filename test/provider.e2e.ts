import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Invitation } from '../etl/warehouse/index.js';
import { Installation } from '../server/http/installation.js';
import { ADA, makeAda } from './ada.js';
import { type Agent, agentOf } from './agent.js';
import { CLIENT, type IdentityProvider, identityProvider } from './identity-provider.js';
import { type TestServer, testServer } from './server.js';

const BACK = 'http://localhost/sign-in/provider/return';

let now = new Date();
let idp: IdentityProvider;
let server: TestServer;

beforeAll(async () => {
  idp = await identityProvider(BACK);
  const provider = { issuer: idp.issuer, ...CLIENT, name: 'Example' };
  server = await testServer({ now: () => now, entrance: { provider } });
});
afterAll(async () => {
  await server.close();
  await idp.close();
});
beforeEach(() => {
  now = new Date();
});
afterEach(() => {
  Object.assign(idp, { tamper: null, forged: false, signing: 'RS256', down: false });
});

const pathOf = (address: URL) => `${address.pathname}${address.search}`;

/** To the provider and back, with the address in which one comes back. */
async function around(agent: Agent, query = ''): Promise<URL> {
  const left = await agent.get(`/sign-in/provider${query}`).expect(303);
  return idp.visit(String(left.headers.location));
}

async function cameBack(agent: Agent, query = '') {
  return agent.get(pathOf(await around(agent, query)));
}

/** Somebody whom an admin has invited. */
async function invited(email: string, { expiresAt = new Date(Date.now() + 86_400_000) } = {}): Promise<void> {
  const given = { id: randomUUID(), tokenHash: randomUUID(), email, role: 'analyst', visibility: 'all', teamId: null, invitedBy: null };
  await server.db.getRepository(Invitation).insert({ ...given, workspaceId: server.workspace.id, createdAt: now, expiresAt, usedAt: null });
}

describe('coming back from the provider', () => {
  it('joins whoever was invited at a verified address, and knows them from then on', async () => {
    await invited('grace@baton.example');
    idp.somebody = { sub: 'grace', email: 'Grace@Baton.Example', email_verified: true, name: 'Grace Hopper' };
    const first = agentOf(server.app);
    const answer = await cameBack(first, '?to=%2Fkpi%3Fby%3Dcsm').then((one) => one);
    expect([answer.status, answer.headers.location]).toEqual([303, '/kpi?by=csm']);
    const { body } = await first.get('/api/session').expect(200);
    expect(body).toMatchObject({ role: 'analyst', login: { email: 'grace@baton.example', name: 'Grace Hopper', password: false } });
    // Another address there is the same person here.
    idp.somebody = { sub: 'grace', email: 'new@elsewhere.example', email_verified: false };
    const again = agentOf(server.app);
    expect((await cameBack(again)).status).toBe(303);
    expect((await again.get('/api/session')).body.login.id).toBe(body.login.id);
  });

  it('links a member with the same verified address who is linked to nobody', async () => {
    const { id } = await makeAda(server);
    idp.somebody = { sub: 'ada', email: ADA.email, email_verified: true };
    const agent = agentOf(server.app);
    expect((await cameBack(agent)).status).toBe(303);
    expect((await agent.get('/api/session')).body.login).toMatchObject({ id, password: true });
    idp.somebody = { sub: 'another ada', email: ADA.email, email_verified: true };
    const other = await cameBack(agentOf(server.app));
    expect([other.status, other.text]).toEqual([403, expect.stringContaining('belongs to somebody else')]);
  });

  it.each([
    ['an unverified address', { sub: 'eve', email: 'eve@baton.example', email_verified: false }, 'does not vouch for your e-mail'],
    ['an address of which nothing is said', { sub: 'eve', email: 'eve@baton.example' }, 'does not vouch for your e-mail'],
    ['no address', { sub: 'eve' }, 'does not vouch for your e-mail'],
    [
      'an address that nobody has invited',
      { sub: 'mallory', email: 'mallory@baton.example', email_verified: true },
      'Nobody has invited you',
    ],
    ['an invitation that has expired', { sub: 'late', email: 'late@baton.example', email_verified: true }, 'Nobody has invited you'],
  ])('lets nobody in with %s', async (_, somebody, words) => {
    await invited('eve@baton.example');
    await invited('late@baton.example', { expiresAt: new Date(now.getTime() - 1) });
    idp.somebody = somebody;
    const agent = agentOf(server.app);
    const answer = await cameBack(agent);
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining(words)]);
    await agent.get('/api/session').expect(401);
  });

  it('lets nobody in whose login is disabled, or who is a member no more', async () => {
    await invited('leaver@baton.example');
    idp.somebody = { sub: 'leaver', email: 'leaver@baton.example', email_verified: true };
    const agent = agentOf(server.app);
    await cameBack(agent);
    const { id } = (await agent.get('/api/session')).body.login;
    await server.db.query('update login set disabled_at = $2 where id = $1', [id, now]);
    expect((await cameBack(agentOf(server.app))).text).toContain('was disabled');
    await server.db.query('update login set disabled_at = null where id = $1', [id]);
    await server.db.query('delete from member where login_id = $1', [id]);
    expect((await cameBack(agentOf(server.app))).text).toContain('Nobody has invited you');
  });
});

describe('what does not fit what was asked', () => {
  beforeAll(async () => {
    await invited('fit@baton.example');
    idp.somebody = { sub: 'fit', email: 'fit@baton.example', email_verified: true };
    expect((await cameBack(agentOf(server.app))).status).toBe(303);
  });
  beforeEach(() => {
    idp.somebody = { sub: 'fit', email: 'fit@baton.example', email_verified: true };
  });

  const refused = async (answer: { status: number; text: string }, words = 'does not fit what was asked') => {
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining(words)]);
  };

  it('a wrong state, or none', async () => {
    const agent = agentOf(server.app);
    const address = await around(agent);
    address.searchParams.set('state', 'another');
    await refused(await agent.get(pathOf(address)));
    const again = await around(agent);
    again.searchParams.delete('state');
    await refused(await agent.get(pathOf(again)));
    await agent.get('/api/session').expect(401);
  });

  it('a state that was begun in another browser', async () => {
    const address = await around(agentOf(server.app));
    await refused(await agentOf(server.app).get(pathOf(address)), 'not begun in this browser');
    const other = agentOf(server.app);
    await around(other);
    await refused(await other.get(pathOf(address)));
  });

  it('a code that was used', async () => {
    const agent = agentOf(server.app);
    const left = await agent.get('/sign-in/provider').expect(303);
    const kept = String(left.headers['set-cookie']).split(';')[0] ?? '';
    const address = pathOf(await idp.visit(String(left.headers.location)));
    await server.stranger.get(address).set('cookie', kept).expect(303);
    await refused(await server.stranger.get(address).set('cookie', kept));
    // The browser itself has forgotten what it went for.
    await agent.get(address).expect(403);
    await refused(await agent.get(address), 'not begun in this browser');
  });

  it('an errand of more than a quarter of an hour ago', async () => {
    const agent = agentOf(server.app);
    const address = await around(agent);
    now = new Date(now.getTime() + 16 * 60_000);
    await refused(await agent.get(pathOf(address)), 'took too long');
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['another nonce', (claims) => ({ ...claims, nonce: 'another' })],
    ['no nonce', ({ nonce: _, ...claims }) => claims],
    ['another audience', (claims) => ({ ...claims, aud: 'another client' })],
    ['another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['a time that is over', (claims) => ({ ...claims, iat: seconds() - 700, exp: seconds() - 300 })],
    ['no time', ({ exp: _, ...claims }) => claims],
  ])('a token with %s', async (_, tamper) => {
    idp.tamper = tamper;
    const agent = agentOf(server.app);
    await refused(await cameBack(agent));
    await agent.get('/api/session').expect(401);
  });

  it('a token that another key has signed', async () => {
    idp.tamper = (claims) => claims;
    expect((await cameBack(agentOf(server.app))).status).toBe(303);
    idp.forged = true;
    await refused(await cameBack(agentOf(server.app)));
  });

  it.each(['none', 'HS256 by secret', 'HS256 by public key'] as const)('a token that is signed in another way: %s', async (signing) => {
    Object.assign(idp, { tamper: (claims: Record<string, unknown>) => claims, signing });
    const agent = agentOf(server.app);
    await refused(await cameBack(agent));
    await agent.get('/api/session').expect(401);
  });

  it('but a clock that is half a minute off is borne', async () => {
    idp.tamper = (claims) => ({ ...claims, iat: seconds() - 90, exp: seconds() - 30 });
    expect((await cameBack(agentOf(server.app))).status).toBe(303);
  });

  it('a refusal at the provider', async () => {
    const agent = agentOf(server.app);
    const left = await agent.get('/sign-in/provider').expect(303);
    const state = new URL(String(left.headers.location)).searchParams.get('state');
    await refused(await agent.get(`/sign-in/provider/return?error=access_denied&state=${state}&iss=${encodeURIComponent(idp.issuer)}`));
  });
});

describe('a login', () => {
  const password = ADA.password;

  it('is linked by hand in the session that asked and gave the password', async () => {
    const { agent, id } = await makeAda(server, { email: 'by-hand@baton.example' });
    await agent.post('/api/login/identity').send({ password: 'wrong' }).expect(400);
    idp.somebody = { sub: 'by-hand', email: 'private@elsewhere.example', email_verified: false };
    const begun = await agent.post('/api/login/identity').send({ password }).expect(200);
    const back = await idp.visit(begun.body.location);
    await agent.get(pathOf(back)).expect(303);
    const other = agentOf(server.app);
    expect((await cameBack(other)).status).toBe(303);
    expect((await other.get('/api/session')).body.login.id).toBe(id);
  });

  it('is not linked in another session, nor to somebody who is linked', async () => {
    const { agent } = await makeAda(server, { email: 'first@baton.example' });
    const { agent: second } = await makeAda(server, { email: 'second@baton.example' });
    idp.somebody = { sub: 'contested' };
    const link = async (one: Agent) => {
      const begun = await one.post('/api/login/identity').send({ password }).expect(200);
      return pathOf(await idp.visit(begun.body.location));
    };
    const stale = await link(agent);
    await agent.put('/api/login/password').send({ current: password, new: 'a fox reads the timetable' }).expect(204);
    expect((await agent.get(stale)).text).toContain('not begun in this browser');
    await second.get(await link(second)).expect(303);
    const { agent: third } = await makeAda(server, { email: 'third@baton.example' });
    expect((await third.get(await link(third))).text).toContain('linked to a login already');
  });
});

describe('a login that is taken apart from the provider', () => {
  const password = ADA.password;

  /** Linked by an address that the provider has verified. */
  async function linked(email: string) {
    const { agent, id } = await makeAda(server, { email });
    idp.somebody = { sub: email, email, email_verified: true };
    const elsewhere = agentOf(server.app);
    expect((await cameBack(elsewhere)).status).toBe(303);
    expect((await agent.get('/api/session')).body.login.linked).toBe(true);
    return { agent, id, elsewhere };
  }

  it('needs its password, ends the other sessions, and is written down', async () => {
    const { agent, id, elsewhere } = await linked('apart@baton.example');
    await agent.delete('/api/login/identity').send({ password: 'wrong' }).expect(400);
    await agent.delete('/api/login/identity').send({ password }).expect(204);
    await elsewhere.get('/api/session').expect(401);
    expect((await agent.get('/api/session').expect(200)).body.login).toMatchObject({ id, linked: false });
    const { body } = await agent.get('/api/audit?action=identity.unlinked').expect(200);
    expect(body.entries[0]).toMatchObject({ subject: id, actor: { loginId: id } });
    await agent.delete('/api/login/identity').send({ password }).expect(409);
  });

  it('is not linked again by its address, only by its owner', async () => {
    const { agent, id } = await linked('stays-apart@baton.example');
    await agent.delete('/api/login/identity').send({ password }).expect(204);
    const back = await cameBack(agentOf(server.app));
    expect([back.status, back.text.includes('taken your login apart')]).toEqual([403, true]);
    const begun = await agent.post('/api/login/identity').send({ password }).expect(200);
    await agent.get(pathOf(await idp.visit(begun.body.location))).expect(303);
    const other = agentOf(server.app);
    expect((await cameBack(other)).status).toBe(303);
    expect((await other.get('/api/session')).body.login.id).toBe(id);
  });

  it('rests on the password from then on, in the session that asked too', async () => {
    const { elsewhere } = await linked('rests@baton.example');
    await server.db.query('update workspace set second_factor_required = true');
    await elsewhere.get('/api/kpi').expect(200);
    await server.db.query('update workspace set second_factor_required = false');
    await elsewhere.delete('/api/login/identity').send({ password }).expect(204);
    await server.db.query('update workspace set second_factor_required = true');
    await elsewhere.get('/api/kpi').expect(403);
    await server.db.query('update workspace set second_factor_required = false');
  });

  it('never loses its only way in', async () => {
    await invited('only-way@baton.example');
    idp.somebody = { sub: 'only-way', email: 'only-way@baton.example', email_verified: true };
    const agent = agentOf(server.app);
    await cameBack(agent);
    expect((await agent.delete('/api/login/identity').send({ password }).expect(409)).body.detail).toContain('have no password here');
    const { agent: ada } = await linked('passwords-off@baton.example');
    const { entrance } = server.app.get(Installation);
    Object.assign(entrance, { passwords: false });
    expect((await ada.delete('/api/login/identity').send({ password }).expect(409)).body.detail).toContain('would not come in');
    Object.assign(entrance, { passwords: true });
  });
});

describe('a provider that is down', () => {
  it('keeps nobody from starting Baton, says so, and is asked again', async () => {
    const entrance = { provider: { issuer: idp.issuer, ...CLIENT, name: 'Example' } };
    idp.down = true;
    const other = await testServer({ now: () => now, entrance });
    const answer = await other.stranger.get('/sign-in/provider').expect(503);
    expect(answer.body.detail).toContain('does not answer');
    idp.down = false;
    await other.stranger.get('/sign-in/provider').expect(303);
    await other.close();
  });

  it('on the way back is a 503, not a refusal', async () => {
    const agent = agentOf(server.app);
    const address = await around(agent);
    idp.down = true;
    await agent.get(pathOf(address)).expect(503);
  });

  it('where there is none, is not found', async () => {
    const other = await testServer({ now: () => now });
    await other.stranger.get('/sign-in/provider').expect(404);
    await other.close();
  });
});
