/** Of the operating system. */
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'];

/**
 * SQLSTATEs that mend themselves, or that an operator mends, and that say nothing about what was asked:
 * lost, starting or stopping (08, 57P), full of connections or memory or disk (53), read-only (25006),
 * a lock that did not come (55P03), a deadlock or a conflict between transactions (40), and a statement that took too long (57014).
 */
const STATES = /^(08...|57P0[1-5]|53...|25006|55P03|40...|57014)$/;

/** What the pool and pg say in words only. */
const WORDS =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|cannot use a pool after|not queryable|client was closed/i;

/** Whether it is Postgres that cannot answer now, so that the same request may well succeed later. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return NETWORK.includes(code) || STATES.test(code) || WORDS.test(error.message);
}
