import { createHash } from 'node:crypto';

/** Bytes that are kept of each hash: one other password in 25 million is taken for one of the list. */
const KEPT = 5;

/** A guesser tries capitals as well; they make none another password here. */
const hashOf = (password: string) => createHash('sha256').update(password.normalize('NFC').toLowerCase()).digest().subarray(0, KEPT);

/** What `breached-passwords.gen.ts` holds of a list: the beginnings of the hashes, in order, base 64. */
export function packed(passwords: Iterable<string>): string {
  const hashes = new Map(Array.from(passwords, (password) => hashOf(password)).map((hash) => [hash.toString('hex'), hash]));
  return Buffer.concat([...hashes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, hash]) => hash)).toString('base64');
}

/** Whether a password is in what was packed. */
export function isIn(list: Buffer, password: string): boolean {
  const wanted = hashOf(password);
  let [low, high] = [0, list.length / KEPT];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = list.compare(wanted, 0, KEPT, middle * KEPT, (middle + 1) * KEPT);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

let loaded: Promise<Buffer> | null = null;

/** Whether a password was found in breaches so often that guessing begins with it. Nothing leaves the server; the list is read when it is first asked. */
export async function isBreached(password: string): Promise<boolean> {
  loaded ??= import('./breached-passwords.gen.js').then(({ BREACHED }) => Buffer.from(BREACHED, 'base64'));
  return isIn(await loaded, password);
}
