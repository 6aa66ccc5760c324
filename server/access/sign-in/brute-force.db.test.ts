import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.js';
import { ATTACKS, attack, CountingHash, counted, emailOf, makeLogins } from '../../../test/guessing.js';
import { ThrottleInPostgres } from '../../http/throttle-in-postgres.js';
import { TooMany } from '../../http/too-many.js';
import { Guesses } from './guesses.js';

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await makeLogins(fresh.db);
});
afterAll(() => fresh.db.destroy());

it.each(ATTACKS)(
  '$guesses guesses from $addresses addresses at $accounts accounts are no more than $all comparisons, $most of one account',
  async (given) => {
    const { hashing, refused } = await attack(fresh.db, given);
    expect(hashing.all).toBeLessThanOrEqual(given.all);
    expect(hashing.all).toBeGreaterThan(0);
    expect(hashing.most).toBeLessThanOrEqual(given.most);
    expect(hashing.all + refused).toBe(given.guesses);
  },
);

it('whoever guesses shuts out neither the owner’s browser nor, for more than an hour, anybody else', async () => {
  await attack(fresh.db, { addresses: 100, accounts: 1, guesses: 200 });
  const guesses = new Guesses(new ThrottleInPostgres(fresh.db));
  const owner = { email: emailOf(0), address: '203.0.113.7' };
  await expect(guesses.admit({ ...owner, known: false })).rejects.toThrow(TooMany);
  await guesses.admit({ ...owner, known: true });
  await guesses.admit({ ...owner, email: emailOf(1), known: false });
  await fresh.db.query('update throttle set expire = expire - 3600000');
  await guesses.admit({ ...owner, known: false });
});

it('a stolen browser and a guesser get no more than fifty in a window between them', async () => {
  const { hashing } = await attack(fresh.db, { addresses: 100, accounts: 1, guesses: 200 });
  const signIn = counted(fresh.db, hashing);
  const told = { email: emailOf(0), address: '203.0.113.7', password: 'x', known: true };
  for (let i = 0; i < 60; i++) await signIn.check(told).catch(() => {});
  expect(hashing.all).toBe(50);
});

it('an unknown account costs a guesser what a known one does', async () => {
  await fresh.db.query('delete from throttle');
  const hashing = new CountingHash();
  const signIn = counted(fresh.db, hashing);
  const outcome = async (email: string) => {
    const told = { email, address: '198.51.100.1', password: 'x', known: false };
    const kinds = [];
    for (let i = 0; i < 12; i++) kinds.push(await signIn.check(told).catch((error: Error) => error.constructor.name));
    return kinds;
  };
  expect(await outcome('nobody@baton.example')).toEqual(await outcome(emailOf(1)));
  expect(hashing.all).toBe(20);
  expect(hashing.most).toBe(10);
});
