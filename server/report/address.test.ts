import { expect, test } from 'vitest';
import { distinctAddresses, isAddress } from './address.js';

test.each(['ann@example.com', 'ann.b+c@mail.example.co.uk', "o'hara@example.com", 'a@b.c'])('%s is one address', (address) => {
  expect(isAddress(address)).toBe(true);
});

test.each([
  '',
  'ann',
  'ann@',
  '@example.com',
  'ann@localhost',
  'ann@example.com, eve@example.com',
  'ann@example.com;eve@example.com',
  'Ann <ann@example.com>',
  'ann@example.com\r\nBcc: eve@example.com',
  'ann@example.com\n',
  'ann@exa mple.com',
  'ann@@example.com',
  '"ann, eve"@example.com',
  'ann..b@example.com',
  `${'a'.repeat(65)}@example.com`,
  'ann@-example.com',
  'änn@example.com',
  'ann@example.com\u2028',
])('%j is not one address', (address) => {
  expect(isAddress(address)).toBe(false);
});

test('the same person in another case is written to once', () => {
  expect(distinctAddresses(['ann@example.com', 'Ann@Example.com', 'bob@example.com'])).toEqual(['Ann@Example.com', 'bob@example.com']);
});
