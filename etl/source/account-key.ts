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
  const found = pattern === null ? null : new RegExp(pattern).exec(text ?? '');
  return (found?.[1] ?? found?.[0])?.trim() || null;
}

/** A regular expression that a person writes into a mapping. */
export const pattern = z.string().refine(isPattern, 'is not a regular expression');

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}
