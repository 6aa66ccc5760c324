import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { connection } from './http.js';
import { oauthMint } from './oauth-grant.js';
import { pace } from './pace.js';
import { type TokenOptions, tokens } from './token.js';

const { signal } = new AbortController();
type Refresh = { refreshToken: string };

/** A vendor whose refresh tokens work once. */
function rotating(more: Partial<TokenOptions<Refresh>> = {}) {
  const said: string[] = [];
  const clock = { at: 0, now: () => clock.at, sleep: async () => {} };
  let valid = 0;
  const mint = async ({ refreshToken }: Refresh) => {
    said.push(`mint ${refreshToken}`);
    if (refreshToken !== `r${valid}`) throw new Error(`${refreshToken} was used before`);
    valid += 1;
    await new Promise((soon) => setTimeout(soon, 5));
    return { accessToken: `a${valid}`, expiresInSeconds: 3_600, credentials: { refreshToken: `r${valid}` } };
  };
  const keepCredentials = async ({ refreshToken }: Refresh) => {
    said.push(`keep ${refreshToken}`);
  };
  return { who: tokens({ credentials: { refreshToken: 'r0' }, mint, keepCredentials, clock, ...more }), said, clock };
}

test('all who wait get the one token, stored before it is used', async () => {
  const { who, said } = rotating();
  const got = await Promise.all(Array.from({ length: 9 }, () => who.authorize(signal)));
  expect(new Set(got.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer a1']));
  expect(said).toEqual(['mint r0', 'keep r1']);
});

test('a token is replaced before its end', async () => {
  const { who, clock } = rotating();
  await who.authorize(signal);
  clock.at = 3_539_000;
  expect(await who.authorize(signal)).toEqual({ authorization: 'Bearer a1' });
  clock.at = 3_541_000;
  expect(await who.authorize(signal)).toEqual({ authorization: 'Bearer a2' });
});

test('a refusal of an old token does not cost the new one', async () => {
  const { who, said } = rotating();
  const old = await who.authorize(signal);
  for (let late = 0; late < 5; late += 1) {
    who.renew(old);
    await who.authorize(signal);
  }
  expect(said.filter((word) => word.startsWith('mint'))).toHaveLength(2);
});

test('a new token that could not be stored is not used, and stored first the next time', async () => {
  const kept: string[] = [];
  const keepCredentials = async ({ refreshToken }: Refresh) => {
    kept.push(refreshToken);
    if (kept.length === 1) throw new Error('the database is away');
  };
  const { who, said } = rotating({ keepCredentials });
  await expect(who.authorize(signal)).rejects.toThrow('the database is away');
  expect(await who.authorize(signal)).toEqual({ authorization: 'Bearer a2' });
  expect([said, kept]).toEqual([
    ['mint r0', 'mint r1'],
    ['r1', 'r1', 'r2'],
  ]);
});

test('one who stops waiting does not stop the rotation', async () => {
  const { who, said } = rotating();
  const stop = new AbortController();
  const waiting = who.authorize(stop.signal);
  stop.abort(new Error('told to stop'));
  await expect(waiting).rejects.toThrow('told to stop');
  expect(await who.authorize(signal)).toEqual({ authorization: 'Bearer a1' });
  expect(said).toEqual(['mint r0', 'keep r1']);
});

test('a minting that failed is forgotten', async () => {
  let count = 0;
  const mint = async () => {
    count += 1;
    if (count === 1) throw new Error('no');
    return { accessToken: 'a', expiresInSeconds: null, credentials: null };
  };
  const { who } = rotating({ mint });
  await expect(who.authorize(signal)).rejects.toThrow('no');
  expect(await who.authorize(signal)).toEqual({ authorization: 'Bearer a' });
});

test('tokens of a real OAuth end are renewed once for all that were refused in the middle of a run', async () => {
  const asked: string[] = [];
  let current = 0;
  const server = createServer((request, response) => {
    if (request.url === '/token') {
      let text = '';
      request.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      request.on('end', () => {
        asked.push(`${request.headers['content-type']} ${text}`);
        const right = text.endsWith(`refresh_token=r${current}`);
        current += 1;
        const answer = right
          ? { access_token: `a${current}`, refresh_token: `r${current}`, expires_in: '3600' }
          : { error: 'invalid_grant' };
        response.writeHead(right ? 200 : 400).end(JSON.stringify(answer));
      });
    } else response.writeHead(request.headers.authorization === `Bearer a${current}` ? 200 : 401).end('{"ok":true}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const form = ({ refreshToken }: Refresh) => ({ grant_type: 'refresh_token', refresh_token: refreshToken });
  const mint = oauthMint<Refresh>({ name: 'Vendor', baseUrl, path: '/token', form, replaced: (_, refreshToken) => ({ refreshToken }) });
  const who = tokens({ credentials: { refreshToken: 'r0' }, mint, keepCredentials: async () => {} });
  const api = connection({ name: 'Vendor', baseUrl, ...who });
  const calls = pace({ count: 100, windowMilliseconds: 1 });
  const ask = () => api.ask(z.object({ ok: z.boolean() }), { path: '/things', pace: calls, signal });
  await ask();
  who.renew();
  await Promise.all([ask(), ask(), ask()]);
  expect(asked).toEqual([
    'application/x-www-form-urlencoded grant_type=refresh_token&refresh_token=r0',
    'application/x-www-form-urlencoded grant_type=refresh_token&refresh_token=r1',
  ]);
  current = 9;
  await expect(ask()).rejects.toMatchObject({ kind: 'credentials', message: expect.stringContaining('Connect again') });
});
