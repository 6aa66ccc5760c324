import { hkdfSync } from 'node:crypto';
import { type Keyring, keyIdOf, keyringOf } from '../../etl/warehouse/index.js';
import { type KeyFile, openKeyFile } from './key-file.js';

/** One key for each purpose, so that what leaks in one place opens nothing in another. 32 bytes each. */
export interface Keys {
  /** Seals credentials, second factors and the ends of audit logs. */
  secretKey: Keyring;
  /** Signs session cookies. */
  sessionKey: Buffer;
  /** Those that sessions may have been signed with before it, or will be after it. */
  otherSessionKeys: Buffer[];
}

/** What the environment says of keys. */
export interface GivenKeys {
  /** BATON_SECRET_KEY; undefined: the file `secret-key` of the data directory. */
  secretKey: string | undefined;
  /** BATON_SECRET_KEY_OLD, of what it replaced: opens. */
  oldSecretKey?: string | undefined;
  /** BATON_SECRET_KEY_NEW, of what is to replace it: opens, so that servers understand each other while they are restarted one by one. */
  newSecretKey?: string | undefined;
}

/** Throws with the next step when the file can be read by others. */
export async function readKeys(dataDirectory: string, { secretKey, oldSecretKey, newSecretKey }: GivenKeys): Promise<Keys> {
  const besides = [newSecretKey, oldSecretKey].filter((root) => root !== undefined);
  const [root = '', ...former] = secretKey === undefined ? (await openKeyFile(dataDirectory)).roots() : [secretKey];
  const others = [...former, ...besides].map((other) => derived(other, 'session'));
  const ring =
    secretKey === undefined
      ? ringOfFile(await openKeyFile(dataDirectory), besides)
      : keyringOf(sealingKey(secretKey), besides.map(sealingKey));
  return { secretKey: ring, sessionKey: derived(root, 'session'), otherSessionKeys: others };
}

/** The key that seals, made of what a person keeps. */
export const sealingKey = (root: string): Buffer => derived(root, 'credentials');

const derived = (root: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', root, '', `baton ${purpose}`, 32));

/** Follows the file, so that a running server seals with a new key from the moment it is there. */
function ringOfFile(file: KeyFile, besides: readonly string[]): Keyring {
  const ring = () => {
    const [current = '', ...others] = file.roots();
    return keyringOf(sealingKey(current), [...others, ...besides].map(sealingKey));
  };
  return { current: () => ring().current(), find: (id) => ring().find(id) };
}

/** Hex, to be shown. */
export const shownId = (key: Buffer): string => keyIdOf(key).toString('hex');
