import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newToken, prefixOf, tokenHashOf, wellFormed } from './token-text.js';

test('a token has a beginning to know it by, 178 random bits and a check', () => {
  const token = newToken();
  expect(token).toMatch(/^baton_[0-9A-Za-z]{44}$/);
  expect(prefixOf(token)).toBe(token.slice(0, 14));
  expect(wellFormed(token)).toBe(true);
  expect(tokenHashOf(token)).toMatch(/^[0-9a-f]{64}$/);
});

test('no two of ten thousand begin alike', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => prefixOf(newToken()))).size).toBe(10_000);
});

test('one wrong character is found without a database', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 49 }), fc.constantFrom(...'0aZ9mQ'), (at, char) => {
      const token = newToken();
      fc.pre(token[at] !== char);
      expect(wellFormed(token.slice(0, at) + char + token.slice(at + 1))).toBe(false);
    }),
  );
});

test.each(['', 'baton_', 'Bearer x', `${newToken()} `, newToken().toUpperCase(), newToken().slice(1)])('%j is no token', (text) => {
  expect(wellFormed(text)).toBe(false);
});
