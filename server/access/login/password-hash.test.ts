import { hash } from '@node-rs/argon2';
import { expect, it } from 'vitest';
import { argon2id } from './password-hash.js';

it('keeps argon2id with 19 MiB, two passes and one lane, and never the same twice', async () => {
  const [one, two] = await Promise.all([argon2id.hash('a long enough phrase'), argon2id.hash('a long enough phrase')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(argon2id.weak(one)).toBe(false);
});

it('knows a password however its letters are composed', async () => {
  const hashed = await argon2id.hash('caf\u00e9 au lait, bien chaud');
  expect(await argon2id.verify(hashed, 'cafe\u0301 au lait, bien chaud')).toBe(true);
  expect(await argon2id.verify(hashed, 'cafe au lait, bien chaud')).toBe(false);
});

it.each([
  ['less memory', { memoryCost: 8_192, timeCost: 2, parallelism: 1 }],
  ['fewer passes', { memoryCost: 19_456, timeCost: 1, parallelism: 1 }],
  ['another kind', { algorithm: 0, memoryCost: 19_456, timeCost: 2, parallelism: 1 }],
])('calls a hash made with %s weak', async (_, parameters) => {
  expect(argon2id.weak(await hash('a long enough phrase', parameters))).toBe(true);
});
