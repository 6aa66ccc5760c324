import type { DataSource } from 'typeorm';
import { Login } from '../etl/warehouse/index.js';
import type { PasswordHash } from '../server/access/login/password-hash.js';
import { Passwords } from '../server/access/login/passwords.js';
import { Guesses } from '../server/access/sign-in/guesses.js';
import { PasswordSignIn, WrongPassword } from '../server/access/sign-in/password-sign-in.js';
import { ThrottleInPostgres } from '../server/http/throttle-in-postgres.js';
import { TooMany } from '../server/http/too-many.js';

/** What a guesser makes us compute, counted instead of computed. */
export class CountingHash implements PasswordHash {
  private readonly reached = new Map<string, number>();

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

  /** Of one account. */
  get most(): number {
    return Math.max(...this.reached.values());
  }
}

export interface Attack {
  addresses: number;
  accounts: number;
  guesses: number;
  /** Comparisons that it may cost: of all accounts, and of one. */
  all: number;
  most: number;
}

/** A guesser does not wait for one answer before the next question. */
const AT_ONCE = 16;
const GUESSES = 10_000;

export const ATTACKS: readonly Attack[] = [
  { addresses: 1, accounts: 1, guesses: GUESSES, all: 10, most: 10 },
  { addresses: 1, accounts: 1_000, guesses: GUESSES, all: 200, most: 10 },
  { addresses: 100, accounts: 1, guesses: GUESSES, all: 25, most: 25 },
  { addresses: 100, accounts: 1_000, guesses: GUESSES, all: 1_000, most: 25 },
];

export const emailOf = (i: number) => `login-${i}@baton.example`;

/** A thousand logins with passwords that nobody knows. */
export async function makeLogins(db: DataSource): Promise<void> {
  const createdAt = new Date('2026-03-02T09:00:00Z');
  const logins = Array.from({ length: 1_000 }, (_, i) => ({
    ...{ id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, email: emailOf(i), name: 'x', createdAt },
    passwordHash: `kept ${i}`,
  }));
  await db.getRepository(Login).insert(logins);
}

/** One server's part in signing in, with a count in the place of argon2. */
export const counted = (db: DataSource, hashing: CountingHash): PasswordSignIn =>
  new PasswordSignIn({ db, guesses: new Guesses(new ThrottleInPostgres(db)), passwords: new Passwords(hashing) });

/** Guesses, with nothing tried before, at two replicas, which count together. */
export async function attack(
  db: DataSource,
  { addresses, accounts, guesses }: Pick<Attack, 'addresses' | 'accounts' | 'guesses'>,
): Promise<{ hashing: CountingHash; refused: number }> {
  await db.query('delete from throttle');
  const hashing = new CountingHash();
  const replicas = [counted(db, hashing), counted(db, hashing)];
  let refused = 0;
  let next = 0;
  const guess = async (i: number) => {
    const address = `198.51.100.${(i + Math.floor(i / accounts)) % addresses}`;
    const told = { email: emailOf(i % accounts), address, password: `guess ${i}`, known: false };
    await replicas[i % 2]?.check(told).catch((error: unknown) => {
      if (error instanceof TooMany) refused += 1;
      else if (!(error instanceof WrongPassword)) throw error;
    });
  };
  const guesser = async () => {
    while (next < guesses) await guess(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, guesser));
  return { hashing, refused };
}
