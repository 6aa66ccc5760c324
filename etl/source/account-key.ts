import { z } from 'zod';
import type { FactRow } from './source.js';

/** What a tool without companies names a customer by: an id of the CRM, or a web domain. */
export const ACCOUNT_KEYS = ['id', 'domain'] as const;

export type AccountKeyKind = (typeof ACCOUNT_KEYS)[number];

export interface NamedAccount {
  /** Of the record that holds the key, with a prefix: 'project:12'. */
  externalId: string;
  key: string;
  is: AccountKeyKind;
  /** What a person recognises the record by; null when it has no name. */
  name: string | null;
  dimensions?: Record<string, string>;
}

/** The link of a record that holds an account key. It names no start, so that it never lends an account its name while another link stands. */
export function keyLink({ externalId, key, is, name, dimensions = {} }: NamedAccount): FactRow {
  const domain = is === 'domain' ? key.toLowerCase().replace(/^www[.]/, '') : null;
  return { externalId, name, domain, declaredId: is === 'id' ? key : null, mergedInto: null, dimensions, startedAt: null };
}

/** What a pattern finds in a text: its first group, else all of it. Null when it finds nothing. */
export function keyIn(text: string | null | undefined, pattern: string | null): string | null {
  const found = pattern === null ? null : new RegExp(pattern).exec((text ?? '').slice(0, MOST_TEXT));
  return (found?.[1] ?? found?.[0])?.trim() || null;
}

/** Characters of a name in which a pattern looks. */
export const MOST_TEXT = 150;
const MOST_PATTERN = 200;
const MOST_REPEATS = 3;

/** A regular expression that a person writes into a mapping, of those that end in a short time whatever the text: on 150 characters, with at most three repeats that are not inside each other. */
export const pattern = z
  .string()
  .max(MOST_PATTERN)
  .refine(isPattern, 'is not a regular expression')
  .refine(
    endsSoon,
    `is too much to look for: use at most ${MOST_REPEATS} of * and +, none after a bracket, no look-around and no reference back`,
  );

function endsSoon(text: string): boolean {
  const bare = text.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const repeats = bare.match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0;
  return repeats <= MOST_REPEATS && !/\\|\)[*+{]|\(\?<?[=!]/.test(bare);
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}
