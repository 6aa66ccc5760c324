import { afterAll, beforeAll, expect, it } from 'vitest';
import { Login } from '../../../etl/warehouse/index.js';
import { freshDatabase, type TestDatabase } from '../../../test/database.js';
import { ThrottleInPostgres } from '../../http/throttle-in-postgres.js';
import { TooMany } from '../../http/too-many.js';
import type { PasswordHash } from '../login/password-hash.js';
import { Passwords } from '../login/passwords.js';
import { Guesses } from './guesses.js';
import { PasswordSignIn, WrongPassword } from './password-sign-in.js';

/** What a guesser makes us compute, counted instead of computed. */
class CountingHash implements PasswordHash {
  readonly reached = new Map<string, number>();

  async hash(password: string): Promise<string> {
    return `hash of ${password}`;
  }

  async verify(hashed: string): Promise<boolean> {
    this.reached.set(hashed, (this.reached.get(hashed) ?? 0) + 1);
    return false;
  }

  weak(): boolean {
    return false;
  }

  get all(): number {
    return [...this.reached.values()].reduce((sum, count) => sum + count, 0);
  }

  get most(): number {
    return Math.max(...this.reached.values());
  }
}

const GUESSES = 10_000;
/** A guesser does not wait for one answer before the next question. */
const AT_ONCE = 16;
const emailOf = (i: number) => `login-${i}@baton.example`;

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  const createdAt = new Date('2026-03-02T09:00:00Z');
  const logins = Array.from({ length: 1_000 }, (_, i) => ({
    ...{ id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, email: emailOf(i), name: 'x', createdAt },
    passwordHash: `kept ${i}`,
  }));
  await fresh.db.getRepository(Login).insert(logins);
});
afterAll(() => fresh.db.destroy());

interface Attack {
  addresses: number;
  accounts: number;
  guesses?: number;
}

/** Guesses at two replicas, which count together. */
async function attack({ addresses, accounts, guesses = GUESSES }: Attack): Promise<{ hashing: CountingHash; refused: number }> {
  await fresh.db.query('delete from throttle');
  const hashing = new CountingHash();
  const replica = () =>
    new PasswordSignIn({ ...fresh, guesses: new Guesses(new ThrottleInPostgres(fresh.db)), passwords: new Passwords(hashing) });
  const replicas = [replica(), replica()];
  let refused = 0;
  const guess = async (i: number) => {
    const address = `198.51.100.${(i + Math.floor(i / accounts)) % addresses}`;
    const email = emailOf(i % accounts);
    await replicas[i % 2]?.check({ email, address, password: `guess ${i}`, known: false }).catch((error: unknown) => {
      if (error instanceof TooMany) refused += 1;
      else if (!(error instanceof WrongPassword)) throw error;
    });
  };
  let next = 0;
  const guesser = async () => {
    while (next < guesses) await guess(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, guesser));
  return { hashing, refused };
}

it.each([
  { addresses: 1, accounts: 1, all: 10, most: 10 },
  { addresses: 1, accounts: 1_000, all: 200, most: 10 },
  { addresses: 100, accounts: 1, all: 25, most: 25 },
  { addresses: 100, accounts: 1_000, all: 1_000, most: 25 },
])(
  '10,000 guesses from $addresses addresses at $accounts accounts are no more than $all comparisons, $most of one account',
  async (given) => {
    const { hashing, refused } = await attack(given);
    expect(hashing.all).toBeLessThanOrEqual(given.all);
    expect(hashing.most).toBeLessThanOrEqual(given.most);
    expect(hashing.all + refused).toBe(GUESSES);
  },
);

it('whoever guesses shuts out neither the owner’s browser nor, for more than an hour, anybody else', async () => {
  await attack({ addresses: 100, accounts: 1, guesses: 200 });
  const guesses = new Guesses(new ThrottleInPostgres(fresh.db));
  const owner = { email: emailOf(0), address: '203.0.113.7' };
  await expect(guesses.admit({ ...owner, known: false })).rejects.toThrow(TooMany);
  await guesses.admit({ ...owner, known: true });
  await guesses.admit({ ...owner, email: emailOf(1), known: false });
  await fresh.db.query('update throttle set expire = expire - 3600000');
  await guesses.admit({ ...owner, known: false });
});

it('a stolen browser, and whoever guesses, get no more than fifty in a window between them', async () => {
  const { hashing } = await attack({ addresses: 100, accounts: 1, guesses: 200 });
  const signIn = new PasswordSignIn({
    ...fresh,
    guesses: new Guesses(new ThrottleInPostgres(fresh.db)),
    passwords: new Passwords(hashing),
  });
  for (let i = 0; i < 60; i++)
    await signIn.check({ email: emailOf(0), address: '203.0.113.7', password: 'x', known: true }).catch(() => {});
  expect(hashing.all).toBe(50);
});

it('an unknown account costs a guesser what a known one does', async () => {
  await fresh.db.query('delete from throttle');
  const hashing = new CountingHash();
  const passwords = new Passwords(hashing);
  const guesses = new Guesses(new ThrottleInPostgres(fresh.db));
  const signIn = new PasswordSignIn({ ...fresh, guesses, passwords });
  const outcome = async (email: string) => {
    const kinds = [];
    for (let i = 0; i < 12; i++)
      kinds.push(
        await signIn.check({ email, address: '198.51.100.1', password: 'x', known: false }).catch((error: Error) => error.constructor.name),
      );
    return kinds;
  };
  expect(await outcome('nobody@baton.example')).toEqual(await outcome(emailOf(1)));
  expect(hashing.reached.size).toBe(2);
  expect(hashing.most).toBe(10);
});
