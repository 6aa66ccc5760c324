import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { SecretKey } from './keyring.js';
import { type SealedPlace, unseal } from './seal.js';

/** What is hashed: an e-mail address, a whole name, another who bears it, the record of a person, a record that says what a person said. */
export type ErasedKind = 'address' | 'name' | 'namesake' | 'person' | 'said';

/** Who was erased from a workspace, as far as that can be known without keeping who it was. */
export interface Erased {
  key: Buffer;
  /** Hashes of `erasedHash`. */
  hashes: ReadonlySet<string>;
}

/** Where the key belongs with which a workspace hashes the erased. */
export const erasureKeyPlace = (workspaceId: string): SealedPlace => [workspaceId, 'erasure'];

/** HMAC-SHA256, hex; the same for the same words in any case. */
export const erasedHash = (key: Buffer, kind: ErasedKind, words: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([kind, words.trim().toLowerCase()]))
    .digest('hex');

/** One record of a source, in words that can be hashed. */
export const recordWords = (...[sourceId, stream, recordId]: [sourceId: string, stream: string, recordId: string]): string =>
  JSON.stringify([sourceId, stream, recordId]);

/** One who bears the name of an erased person, in words that can be hashed. */
export const namesakeWords = (address: string, name: string): string => JSON.stringify([address.toLowerCase(), name.trim().toLowerCase()]);

/** Null where nobody was erased, as nearly everywhere. Throws when the key cannot be opened. */
export async function erasedFrom(db: Pick<DataSource, 'query'>, workspaceId: string, secretKey: SecretKey): Promise<Erased | null> {
  const rows = await db.query<{ hash: string; sealed: Buffer }[]>(
    `select p.hash, k.sealed from erased_person p join erasure_key k on k.workspace_id = p.workspace_id where p.workspace_id = $1`,
    [workspaceId],
  );
  const [first] = rows;
  if (!first) return null;
  const key = Buffer.from(String(unseal(first.sealed, secretKey, erasureKeyPlace(workspaceId))), 'hex');
  return { key, hashes: new Set(rows.map(({ hash }) => hash)) };
}

const ADDRESS = /[\w.+%'-]+@[\w-]+(?:[.][\w-]+)+/gu;
/** No name is longer. */
const LONGEST_NAME = 100;
/** A text with more words than that is something said, not an id or a choice. */
const MOST_WORDS = 2;

/** What stands in place of somebody; the same for the same words, so that what belonged together still does. */
export const placeholder = (hash: string): string => `erased-${hash.slice(0, 8)}`;
export const addressPlaceholder = (hash: string): string => `${placeholder(hash)}@erased.invalid`;

/** A payload without the addresses and names of the erased; what bears the address of a namesake, and none of theirs, keeps the name. */
export function withoutErased(payload: unknown, erased: Erased): unknown {
  const { key, hashes } = erased;
  const isErased = (address: string) => hashes.has(erasedHash(key, 'address', address));
  const isNamesake = (name: string) => (address: string) => hashes.has(erasedHash(key, 'namesake', namesakeWords(address, name)));
  return eachText(payload, (text) => {
    const name = text.length <= LONGEST_NAME ? erasedHash(key, 'name', text) : '';
    if (hashes.has(name)) {
      const addresses = addressesIn(payload);
      return addresses.some(isNamesake(text)) && !addresses.some(isErased) ? text : placeholder(name);
    }
    return text.replaceAll(ADDRESS, (address) => (isErased(address) ? addressPlaceholder(erasedHash(key, 'address', address)) : address));
  });
}

function addressesIn(payload: unknown): string[] {
  const found = new Set<string>();
  eachText(payload, (text) => {
    for (const [address] of text.matchAll(ADDRESS)) found.add(address);
    return text;
  });
  return [...found];
}

/** A payload with nothing left of what somebody said in it. */
export const withoutWords = (payload: unknown): unknown =>
  eachText(payload, (text) => (text.trim().split(/\s+/).length > MOST_WORDS ? '[erased]' : text));

function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => eachText(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, eachText(held, change)]));
}
