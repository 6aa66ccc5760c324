import { expect, test } from 'vitest';
import { actionWords, actorWords, detailWords } from '../../dashboard/access/audit/audit-words.js';
import { tokenOf } from '../../dashboard/access/link-token.js';
import { browserWords } from '../../dashboard/access/login/browser-words.js';
import { sightsWithin } from '../../dashboard/access/role-words.js';
import { waitWords } from '../../dashboard/ui/wait-words.js';

test.each([
  ['', '', null],
  ['#token=a-b_c', '', 'a-b_c'],
  ['#a-b_c', '', 'a-b_c'],
  ['', '?token=a-b_c', 'a-b_c'],
  ['#other=1', '', null],
  ['#token=', '?token=', null],
])('the token of a link that ends in "%s%s" is %s', (hash, search, token) => {
  expect(tokenOf({ hash, search })).toBe(token);
});

test.each([
  [{ status: 429, waitSeconds: 1 }, 'Too many attempts. Try again in 1 minute.'],
  [{ status: 429, waitSeconds: 61 }, 'Too many attempts. Try again in 2 minutes.'],
  [{ status: 429, waitSeconds: null }, 'Too many attempts. Wait a moment, then try again.'],
  [{ status: 401, waitSeconds: 60 }, null],
])('%o is said as %s', (refusal, words) => {
  expect(waitWords(refusal)).toBe(words);
});

test.each([
  [null, 'unknown browser'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1', 'Safari on iPhone'],
  ['curl/8.5.0', 'curl/8.5.0'],
])('a browser that calls itself %s is %s', (agent, words) => {
  expect(browserWords(agent)).toBe(words);
});

test('who did it is said as far as it was known', () => {
  expect(actorWords({ kind: 'session', name: 'Ada', email: 'ada@lumen.example' })).toBe('Ada (ada@lumen.example)');
  expect(actorWords({ kind: 'token', name: 'Ada', tokenPrefix: 'baton_x' })).toBe('Ada, with token baton_x…');
  expect(actorWords({ kind: 'stranger' })).toBe('a stranger');
  expect(actorWords({ kind: 'shell', name: 'root' })).toBe('a command on the server (root)');
});

test('what was done is words, of an action that this page does not know, too', () => {
  expect(actionWords('sign-in.failed')).toBe('failed to sign in');
  expect(actionWords('spice-rack.turned')).toBe('spice rack turned');
});

test('nothing more to say is null, and what is unknown is left out', () => {
  expect(detailWords({})).toBeNull();
  expect(detailWords({ role: null })).toBeNull();
  expect(detailWords({ role: 'csm', owners: ['A', 'B'], role2: null })).toBe('role: csm · owners: A, B');
});

test('one passes on no more than one sees', () => {
  expect(sightsWithin('all')).toEqual(['all', 'team', 'mine']);
  expect(sightsWithin('mine')).toEqual(['mine']);
});
