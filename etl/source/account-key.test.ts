import { expect, test } from 'vitest';
import { keyIn, pattern } from './account-key.js';

test.each([
  ['^Onboarding (\\d+)$', 'Onboarding 12', '12'],
  ['\\[([A-Z]+)\\]', 'Project [ACME] of May', 'ACME'],
  ['(?:ID|Id): ?(\\w{3,10})', 'x Id: ab12', 'ab12'],
  ['[a-z.-]+[.]com', 'see acme.com', 'acme.com'],
  ['nothing', 'Project', null],
])('%s finds in %j: %j', (text, name, key) => {
  expect(pattern.parse(text)).toBe(text);
  expect(keyIn(name, text)).toBe(key);
});

const ENDLESS = [
  '(a+)+$',
  '(a*)*b',
  '(a|aa)+$',
  '(.*a){20}',
  '^(([a-z])+.)+[A-Z]',
  '.*.*.*.*=',
  '(x+x+)+y',
  '(?=(a+))\\1b',
  '(a)\\1+',
  '(?<!a+)b',
  'a'.repeat(201),
  '(',
  '[',
  '*',
];

test.each(ENDLESS)('%j is refused', (text) => expect(pattern.safeParse(text).success).toBe(false));

test('the longest that is let through ends on the longest name', () =>
  expect(keyIn(`${'a'.repeat(100_000)}!`, pattern.parse('a+a*a+b'))).toBeNull());
