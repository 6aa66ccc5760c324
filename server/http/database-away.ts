/** Of the operating system. */
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'];

/**
 * SQLSTATEs that mend themselves, or that an operator mends, and that say nothing about what was asked:
 * lost, starting or stopping (08, 57P), full of connections or memory or disk (53), read-only (25006),
 * a lock that did not come (55P03), a deadlock or a conflict between transactions (40), and a statement that took too long (57014).
 */
const STATES = /^(08...|57P0[1-5]|53...|25006|55P03|40...|57014)$/;

/** What the pool, pg and TypeORM say in words only; a runner is released under a transaction whose connection reported its end. */
const WORDS =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|cannot use a pool after|not queryable|client was closed|query runner already released/i;

/** Whether it is Postgres that cannot answer now, so that the same request may well succeed later. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return NETWORK.includes(code) || STATES.test(code) || WORDS.test(error.message);
}

const DISK_FULL = '53100';
const READ_ONLY = '25006';

/** What to tell whoever asked while `databaseIsAway`. */
export function wordsOfAway(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === DISK_FULL) return 'The disk of the database is full. What is there can be read; nothing is saved until somebody makes room.';
  if (code === READ_ONLY) return 'The database takes no writes at the moment. What is there can be read; try again to save it.';
  return 'The database does not answer. Try again in a moment.';
}
