import { describe, expect, it } from 'vitest';
import { ADA, makeAda } from './ada.js';
import { testServer } from './server.js';
import { pathOf, ServerBesideProvider } from './server-beside-provider.js';

const both = ServerBesideProvider.forThisFile();

describe('coming back from the provider', () => {
  it('joins whoever was invited at a verified address, and knows them from then on', async () => {
    await both.invited('grace@baton.example');
    both.idp.somebody = { sub: 'grace', email: 'Grace@Baton.Example', email_verified: true, name: 'Grace Hopper' };
    const first = both.agent();
    const answer = await both.cameBack(first, '?to=%2Fkpi%3Fby%3Dcsm');
    expect([answer.status, answer.headers.location]).toEqual([303, '/kpi?by=csm']);
    const { body } = await first.get('/api/session').expect(200);
    expect(body).toMatchObject({ role: 'analyst', login: { email: 'grace@baton.example', name: 'Grace Hopper', password: false } });
    // Another address there is the same person here.
    both.idp.somebody = { sub: 'grace', email: 'new@elsewhere.example', email_verified: false };
    const again = both.agent();
    expect((await both.cameBack(again)).status).toBe(303);
    expect((await again.get('/api/session')).body.login.id).toBe(body.login.id);
  });

  it('links a member with the same verified address who is linked to nobody', async () => {
    const { id } = await makeAda(both.server);
    both.idp.somebody = { sub: 'ada', email: ADA.email, email_verified: true };
    const agent = both.agent();
    expect((await both.cameBack(agent)).status).toBe(303);
    expect((await agent.get('/api/session')).body.login).toMatchObject({ id, password: true });
    both.idp.somebody = { sub: 'another ada', email: ADA.email, email_verified: true };
    const other = await both.cameBack(both.agent());
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
    await both.invited('eve@baton.example');
    await both.invited('late@baton.example', { expiresAt: new Date(both.now.getTime() - 1) });
    both.idp.somebody = somebody;
    const agent = both.agent();
    const answer = await both.cameBack(agent);
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining(words)]);
    await agent.get('/api/session').expect(401);
  });

  it('lets nobody in whose login is disabled, or who is a member no more', async () => {
    await both.invited('leaver@baton.example');
    both.idp.somebody = { sub: 'leaver', email: 'leaver@baton.example', email_verified: true };
    const agent = both.agent();
    await both.cameBack(agent);
    const { id } = (await agent.get('/api/session')).body.login;
    await both.server.db.query('update login set disabled_at = $2 where id = $1', [id, both.now]);
    expect((await both.cameBack(both.agent())).text).toContain('was disabled');
    await both.server.db.query('update login set disabled_at = null where id = $1', [id]);
    await both.server.db.query('delete from member where login_id = $1', [id]);
    expect((await both.cameBack(both.agent())).text).toContain('Nobody has invited you');
  });
});

describe('a provider that is down', () => {
  it('keeps nobody from starting Baton, says so, and is asked again', async () => {
    const entrance = { provider: both.provider };
    both.idp.down = true;
    const other = await testServer({ now: () => both.now, entrance });
    const answer = await other.stranger.get('/sign-in/provider').expect(503);
    expect(answer.body.detail).toContain('does not answer');
    both.idp.down = false;
    await other.stranger.get('/sign-in/provider').expect(303);
    await other.close();
  });

  it('on the way back is a 503, not a refusal', async () => {
    const agent = both.agent();
    const address = await both.around(agent);
    both.idp.down = true;
    await agent.get(pathOf(address)).expect(503);
  });

  it('where there is none, is not found', async () => {
    const other = await testServer({ now: () => both.now });
    await other.stranger.get('/sign-in/provider').expect(404);
    await other.close();
  });
});
