import { hash } from 'node:crypto';
import type { ReadRecord } from '../source/source.js';

/** 96 bits: enough to notice a change, and nobody gains by forging one. */
const CHARACTERS = 16;
const short = (text: string) => hash('sha1', text, 'base64url').slice(0, CHARACTERS);

/** Stands before the hash of a record that the source's silence or word deleted. */
const GONE = 'gone:';

/** Of the payload's text and, apart, of all that is read from it, so that a changed mapping shows without the text as the vendor sent it. */
export const recordHash = (json: string, record: ReadRecord): string => `${short(json)}.${factsHash(record)}`;

/** The hash of the same payload when `record` is now read from it. */
export function rereadHash(stored: string, record: ReadRecord): string {
  const end = stored.indexOf('.');
  return `${end < 0 ? stored : stored.slice(0, end)}.${factsHash(record)}`;
}

export const saysGone = (stored: string): boolean => stored.startsWith(GONE);

function factsHash({ deletedAt, url, rows }: ReadRecord): string {
  let text = `${textOf(deletedAt)}${END}${textOf(url)}`;
  for (const { table, rows: facts } of rows) {
    text += END + END + table.name;
    for (const fact of facts) {
      text += END;
      for (const property in fact) text += `${END}${property}${END}${textOf(fact[property])}`;
    }
  }
  return short(text);
}

/** No text that is stored holds it. */
const END = '\0';

/** Written by hand because JSON.stringify takes longer than the rest of reading a record, most of it over moments. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return `"${value}`;
  if (value instanceof Date) return `@${value.getTime()}`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
