import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { keyIdOf, ringOf, type SecretKey } from '../../../etl/warehouse/index.js';

/** Numbers are decimal texts, as Postgres gives a bigint. */
export interface Entry extends Said {
  workspaceId: string;
  number: string;
  at: Date;
  action: string;
  requestId: string | null;
  saidHash: string;
  previousHash: string;
}

/** What an entry says of people, which is taken out when they are deleted: the chain holds its hash only. */
export interface Said {
  /** Random; null when it was taken out. */
  salt: string | null;
  actor: object;
  subject: string | null;
  detail: object;
  address: string | null;
}

/** What is left of it then. */
export const TAKEN_OUT = { salt: null, actor: { kind: 'erased' }, subject: null, detail: {}, address: null } as const;

/** What stands before the first entry. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** SHA-256, hex, of a text that is the same for the same entry: no order of keys matters. */
export const saidHashOf = ({ salt, actor, subject, detail, address }: Said): string =>
  sha256([salt, sorted(actor), subject, sorted(detail), address]);

/** The same of the entry as a link of the chain. */
export const hashOf = ({ workspaceId, number, at, action, requestId, saidHash, previousHash }: Omit<Entry, keyof Said>): string =>
  sha256([workspaceId, number, at.toISOString(), action, requestId, saidHash, previousHash]);

const sha256 = (said: unknown) => createHash('sha256').update(JSON.stringify(said)).digest('hex');

/** A database keeps the keys of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]));
}

/** Where a log ends, and where what is kept of it begins. */
export interface Head {
  workspaceId: string;
  number: string;
  hash: string;
  keptFrom: string;
  keptHash: string;
}

/** Binds a head to the current key: without it nobody makes another that holds. */
export function sealHead(head: Head, key: SecretKey): string {
  const current = ringOf(key).current();
  return `${keyIdOf(current).toString('hex')}.${sealedBy(current, head).toString('hex')}`;
}

/** 'unknown key': it says nothing about the head. */
export function headHolds(head: Head & { seal: string }, key: SecretKey): boolean | 'unknown key' {
  const [id = '', given = ''] = head.seal.split('.');
  const found = ringOf(key).find(Buffer.from(id, 'hex'));
  if (!found) return 'unknown key';
  const bytes = Buffer.from(given, 'hex');
  const right = sealedBy(found, head);
  return bytes.length === right.length && timingSafeEqual(bytes, right);
}

function sealedBy(key: Buffer, { workspaceId, number, hash, keptFrom, keptHash }: Head): Buffer {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'baton audit head', 32));
  return createHmac('sha256', own)
    .update(JSON.stringify([workspaceId, number, hash, keptFrom, keptHash]))
    .digest();
}
