/** Control characters, line breaks of every script, and marks that turn the direction of text around. */
const UNPRINTED = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A name from a source as it may stand in a mail: one line, and nothing that a mail client turns into a link. An
 * account called evil.com would otherwise be one; a word joiner, which nobody sees, breaks it.
 */
export function plainName(name: string): string {
  return name
    .replace(UNPRINTED, ' ')
    .replace(/(?<=\S)([.:@/])(?=\S)/gu, '$1\u2060')
    .trim();
}
