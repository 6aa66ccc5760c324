import { expect, it } from 'vitest';
import { ERRAND_LIFE, keepErrand, pathWithin, readErrand } from './errand-cookie.js';

const key = Buffer.alloc(32, 3);
const now = new Date('2026-03-02T09:00:00Z');
const kept = { state: 's', nonce: 'n', verifier: 'v', at: now.getTime(), to: '/kpi', link: null };

it('is read as it was kept, for a quarter of an hour', () => {
  const cookie = keepErrand(kept, key);
  expect(readErrand(cookie, { key, now })).toEqual(kept);
  expect(readErrand(cookie, { key, now: new Date(now.getTime() + ERRAND_LIFE + 1) })).toBeNull();
});

it.each([undefined, '', 'x', 'AAAA', keepErrand(kept, Buffer.alloc(32, 4)), `${keepErrand(kept, key).slice(0, -4)}AAAA`])(
  'made up, it is none: %s',
  (cookie) => {
    expect(readErrand(cookie, { key, now })).toBeNull();
  },
);

it.each([
  ['/kpi/churn-90d?by=csm#x', '/kpi/churn-90d?by=csm#x'],
  ['/', '/'],
  ['', '/'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/kpi\\..', '/'],
  ['/kpi\r\nSet-Cookie: x', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in/provider', '/'],
])('%j leads to %s', (to, path) => {
  expect(pathWithin(to)).toBe(path);
});
