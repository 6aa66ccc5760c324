import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pathOf, ServerBesideProvider } from './server-beside-provider.js';

const both = ServerBesideProvider.forThisFile();

describe('what does not fit what was asked', () => {
  beforeAll(async () => {
    await both.invited('fit@baton.example');
    both.idp.somebody = { sub: 'fit', email: 'fit@baton.example', email_verified: true };
    expect((await both.cameBack(both.agent())).status).toBe(303);
  });
  beforeEach(() => {
    both.idp.somebody = { sub: 'fit', email: 'fit@baton.example', email_verified: true };
  });

  const refused = async (answer: { status: number; text: string }, words = 'does not fit what was asked') => {
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining(words)]);
  };

  it('a wrong state, or none', async () => {
    const agent = both.agent();
    const address = await both.around(agent);
    address.searchParams.set('state', 'another');
    await refused(await agent.get(pathOf(address)));
    const again = await both.around(agent);
    again.searchParams.delete('state');
    await refused(await agent.get(pathOf(again)));
    await agent.get('/api/session').expect(401);
  });

  it('a state that was begun in another browser', async () => {
    const address = await both.around(both.agent());
    await refused(await both.agent().get(pathOf(address)), 'not begun in this browser');
    const other = both.agent();
    await both.around(other);
    await refused(await other.get(pathOf(address)));
  });

  it('a code that was used', async () => {
    const agent = both.agent();
    const left = await agent.get('/sign-in/provider').expect(303);
    const kept = String(left.headers['set-cookie']).split(';')[0] ?? '';
    const address = pathOf(await both.idp.visit(String(left.headers.location)));
    await both.server.stranger.get(address).set('cookie', kept).expect(303);
    await refused(await both.server.stranger.get(address).set('cookie', kept));
    // The browser itself has forgotten what it went for.
    await agent.get(address).expect(403);
    await refused(await agent.get(address), 'not begun in this browser');
  });

  it('an errand of more than a quarter of an hour ago', async () => {
    const agent = both.agent();
    const address = await both.around(agent);
    both.now = new Date(both.now.getTime() + 16 * 60_000);
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
    both.idp.tamper = tamper;
    const agent = both.agent();
    await refused(await both.cameBack(agent));
    await agent.get('/api/session').expect(401);
  });

  it('a token that another key has signed', async () => {
    both.idp.tamper = (claims) => claims;
    expect((await both.cameBack(both.agent())).status).toBe(303);
    both.idp.forged = true;
    await refused(await both.cameBack(both.agent()));
  });

  it.each(['none', 'HS256 by secret', 'HS256 by public key'] as const)('a token that is signed in another way: %s', async (signing) => {
    Object.assign(both.idp, { tamper: (claims: Record<string, unknown>) => claims, signing });
    const agent = both.agent();
    await refused(await both.cameBack(agent));
    await agent.get('/api/session').expect(401);
  });

  it('but a clock that is half a minute off is borne', async () => {
    both.idp.tamper = (claims) => ({ ...claims, iat: seconds() - 90, exp: seconds() - 30 });
    expect((await both.cameBack(both.agent())).status).toBe(303);
  });

  it('a refusal at the provider', async () => {
    const agent = both.agent();
    const left = await agent.get('/sign-in/provider').expect(303);
    const state = new URL(String(left.headers.location)).searchParams.get('state');
    await refused(
      await agent.get(`/sign-in/provider/return?error=access_denied&state=${state}&iss=${encodeURIComponent(both.idp.issuer)}`),
    );
  });
});
