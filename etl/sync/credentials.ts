import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SourceError } from '../source/source-error.js';

/** What a sealed secret is bound to: opened under another workspace or source it is refused. */
export interface SealedFor {
  /** 32 bytes. */
  key: Buffer;
  workspaceId: string;
  sourceId: string;
}

const VERSION = 1;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM of the JSON of `value`: version, key id, nonce, tag, ciphertext. */
export function sealCredentials(value: unknown, { key, workspaceId, sourceId }: SealedFor): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(workspaceId, sourceId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), keyId(key), nonce, cipher.getAuthTag(), sealed]);
}

/** Undoes `sealCredentials`. Throws a SourceError with the next step when the key is another one or the bytes belong to another source. */
export function openCredentials(sealed: Buffer, { key, workspaceId, sourceId }: SealedFor): unknown {
  const part = parts(sealed);
  if (part.version !== VERSION || !part.keyId.equals(keyId(key))) {
    throw new SourceError(
      'credentials',
      `The credentials of source ${sourceId} were sealed with another key. Restore the key, or enter the credentials again.`,
    );
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, part.nonce).setAAD(boundTo(workspaceId, sourceId)).setAuthTag(part.tag);
    return JSON.parse(Buffer.concat([decipher.update(part.ciphertext), decipher.final()]).toString('utf8'));
  } catch (cause) {
    throw new SourceError('credentials', `The credentials of source ${sourceId} cannot be opened. Enter them again.`, { cause });
  }
}

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

const boundTo = (workspaceId: string, sourceId: string) => Buffer.from(JSON.stringify([workspaceId, sourceId, 'credentials']));
const keyId = (key: Buffer) => createHash('sha256').update('baton key id').update(key).digest().subarray(0, KEY_ID_BYTES);
