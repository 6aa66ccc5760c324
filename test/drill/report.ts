import type { Finding } from './conformance/check.js';

export interface Tally {
  passed: number;
  failed: number;
  /** What this machine or user does not allow. */
  skipped?: number;
}

const SIGN: Record<Finding['state'], string> = { ok: 'ok    ', lacking: 'lacks ', failed: 'FAILED' };
const MOST_WORDS = 220;

/** Prints a finding as a line of a table and counts it. */
export function line(tally: Tally, { kind, check, state, words }: Finding): void {
  if (state === 'ok') tally.passed += 1;
  if (state === 'failed') tally.failed += 1;
  console.log(`${SIGN[state]} ${kind.padEnd(13)} ${check.padEnd(44)} ${words.replace(/\s+/g, ' ').slice(0, MOST_WORDS)}`);
}

/** The same for a finding that is a sentence. */
export function count(tally: Tally, right: boolean, words: string): void {
  if (right) tally.passed += 1;
  else tally.failed += 1;
  console.log(`${right ? 'ok    ' : 'FAILED'} ${words}`);
}

/** What cannot be tried here, with the reason. */
export function skip(tally: Tally, words: string): void {
  tally.skipped = (tally.skipped ?? 0) + 1;
  console.log(`skips  ${words}`);
}
