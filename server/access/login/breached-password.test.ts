import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { isBreached, isIn, packed } from './breached-password.js';
import { COMMON_WORDS } from './common-passwords.js';
import { acceptable } from './password-rule.js';

const ada = { email: 'ada@analytical.example', name: 'Ada Lovelace' };

it.each([
  ...['password1234', 'qwertyuiop123', '123456789012', '1qaz2wsx3edc4rfv', 'finalfantasy', 'justinbieber', 'needforspeed'],
  ...['counterstrike', 'chickenwing101', 'sonyericsson', 'unbelievable', 'supernatural', 'professional', 'ghjcnjgfhjkm'],
  ...['FinalFantasy', 'NEEDFORSPEED'],
])('%s is refused by whoever chooses it', async (password) => {
  await expect(acceptable(password, ada, 'password')).rejects.toThrow('first that are guessed');
});

it('of 2,000 random ones none is, whether of letters or of words', async () => {
  const word = () => COMMON_WORDS[randomBytes(2).readUInt16BE() % COMMON_WORDS.length] ?? '';
  const refused = [];
  for (let i = 0; i < 1_000; i++)
    for (const password of [randomBytes(9).toString('base64url'), `${word()}-${word()}-${randomBytes(3).toString('hex')}`])
      if (await isBreached(password)) refused.push(password);
  expect(refused).toEqual([]);
});

it('a list holds what was packed into it, the first and the last too, and nothing else', () => {
  const passwords = Array.from({ length: 257 }, (_, i) => `password number ${i}`);
  const list = Buffer.from(packed([...passwords, ...passwords]), 'base64');
  expect(list.length).toBe(257 * 5);
  expect(passwords.every((password) => isIn(list, password))).toBe(true);
  expect(isIn(list, 'password number 257')).toBe(false);
  expect(isIn(Buffer.alloc(0), 'password number 1')).toBe(false);
});
