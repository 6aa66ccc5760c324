import { plain } from './sentence.js';

/** What a workspace writes for "some words". */
const UP_TO_FIVE_WORDS = '(?: [^ ]+){0,5}?';

/** A phrase of a workspace for one sentence in the spelling of `plain()`; * stands for up to five words. Null when it has no word. */
export function ownPhrase(phrase: string): RegExp | null {
  const parts = plain(phrase)
    .split('*')
    .map((part) => part.trim().split(/\s+/).map(escaped).join(' '))
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(`${UP_TO_FIVE_WORDS} `)}(?![\\p{L}\\p{N}])`, 'u');
}

/** A hyphen stands for itself, and may not be escaped under the flag u. */
const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
