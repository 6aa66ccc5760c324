import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyIdOf, ringOf, type SecretKey } from './keyring.js';

const VERSION = 1;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a sealed value belongs, such as [workspace, source, 'credentials']: in any other place it does not open. */
export type SealedPlace = readonly string[];

/** No known key has sealed it. */
export class UnknownKey extends Error {
  constructor(readonly keyId: string) {
    super(`It was sealed with the key ${keyId}, which is not known here.`);
  }
}

/** It was changed, or belongs to another place. */
class BrokenSeal extends Error {}

/** AES-256-GCM of the JSON of `value` with the current key: version, key id, nonce (96 random bits), tag, ciphertext. */
export function seal(value: unknown, key: SecretKey, place: SealedPlace): Buffer {
  const current = ringOf(key).current();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', current, nonce).setAAD(boundTo(place));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), keyIdOf(current), nonce, cipher.getAuthTag(), ciphertext]);
}

/** Undoes `seal` with any known key. Throws UnknownKey and BrokenSeal. */
export function unseal(sealed: Buffer, key: SecretKey, place: SealedPlace): unknown {
  const part = parts(sealed);
  if (part.version !== VERSION) throw new BrokenSeal('It is sealed in a way that this Baton does not know.');
  const found = ringOf(key).find(part.keyId);
  if (!found) throw new UnknownKey(part.keyId.toString('hex'));
  try {
    const decipher = createDecipheriv('aes-256-gcm', found, part.nonce).setAAD(boundTo(place)).setAuthTag(part.tag);
    return JSON.parse(Buffer.concat([decipher.update(part.ciphertext), decipher.final()]).toString('utf8'));
  } catch (cause) {
    throw new BrokenSeal('It was changed, or belongs to another place.', { cause });
  }
}

/** Hex id of the key that sealed it. */
export const sealedWith = (sealed: Buffer): string => parts(sealed).keyId.toString('hex');

function parts(sealed: Buffer) {
  const nonceAt = 1 + KEY_ID_BYTES;
  const tagAt = nonceAt + NONCE_BYTES;
  return {
    version: sealed[0],
    keyId: sealed.subarray(1, nonceAt),
    nonce: sealed.subarray(nonceAt, tagAt),
    tag: sealed.subarray(tagAt, tagAt + TAG_BYTES),
    ciphertext: sealed.subarray(tagAt + TAG_BYTES),
  };
}

const boundTo = (place: SealedPlace) => Buffer.from(JSON.stringify(place));
