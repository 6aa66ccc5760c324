import { expect, it } from 'vitest';
import { COMMON_WORDS } from './common-passwords.js';
import { passwordProblem } from './password-rule.js';

const ada = { email: 'ada.lovelace@analytical.example', name: 'Ada Lovelace' };

it.each([
  'mauve teapot on a ladder',
  'Xk9#vTq2!mZp',
  'ein Fenster zum Garten hin',
  '\u{1f98a}\u{1f33b}\u{1f6b2}\u{1f9ed} im Regenmantel',
  'passwords are hard to remember for owls',
  '9f3k 22xq 81mz 04bw',
  'жжжжжж дверь окно стена',
  'mauve teapot on a ladder '.repeat(8).slice(0, 200),
])('%s will do', (password) => {
  expect(passwordProblem(password, ada)).toBeNull();
});

it('has at least twelve characters, counted as people count', () => {
  expect(passwordProblem('xk9vtq2mzpw', ada)).toContain('12 characters or more');
  expect(passwordProblem('xk9vtq2mzpwr', ada)).toBeNull();
  expect(passwordProblem('\u{1f98a}'.repeat(6), ada)).toContain('12 characters or more');
  expect(passwordProblem(`xk9vtq2mzpw${'e\u0301'}`, ada)).toBeNull();
});

it('has no more than 200', () => {
  expect(passwordProblem('mauve teapot on a ladder '.repeat(9), ada)).toContain('200 characters or fewer');
});

it.each([
  ...['password1234', 'Password2026!', 'P@ssw0rd1234', 'passwordpassword', 'qwertyuiop123', '123456789012', 'aaaaaaaaaaaa'],
  ...['abcabcabcabc', 'LetMeIn-2026!', 'iloveyou-forever', 'welcome.welcome', 'correct horse battery staple'],
  ...['Baton-Baton-1', 'ada.lovelace1', 'Lovelace2026!', 'analytical-baton', 'AdaLovelaceAda', 'Summer-2026-!!'],
])('%s is refused', (password) => {
  expect(passwordProblem(password, ada)).toContain('first that are guessed');
});

it('knows some hundreds of words', () => {
  expect(COMMON_WORDS.length).toBeGreaterThan(300);
  expect(COMMON_WORDS.every((word) => word === word.toLowerCase())).toBe(true);
});
