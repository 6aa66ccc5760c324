import { createHash } from 'node:crypto';

const ID_BYTES = 8;

/** The secret keys that are known: one that seals, and those that only open what it replaced or what replaces it. 32 bytes each. */
export interface Keyring {
  /** Seals. It may become another one while the process runs. */
  current(): Buffer;
  /** The key of an id; null when it is not known. */
  find(id: Buffer): Buffer | null;
}

/** A single key does where nothing is replaced. */
export type SecretKey = Buffer | Keyring;

/** Says which key something was sealed with, and nothing of the key. 8 bytes. */
export const keyIdOf = (key: Buffer): Buffer => createHash('sha256').update('baton key id').update(key).digest().subarray(0, ID_BYTES);

/** A ring of keys that stay as they are; the first seals. */
export function keyringOf(current: Buffer, others: readonly Buffer[] = []): Keyring {
  const known = [current, ...others];
  return { current: () => current, find: (id) => known.find((key) => keyIdOf(key).equals(id)) ?? null };
}

/** Whatever is given, as a ring. */
export const ringOf = (key: SecretKey): Keyring => (Buffer.isBuffer(key) ? keyringOf(key) : key);
