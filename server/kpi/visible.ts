import type { Snapshot } from '../handoff/snapshot.js';
import { type Bitmap, bitmapFor, or } from './bitmap.js';
import { rowsWith } from './rows-with.js';

const PEOPLE = ['owner', 'csm'] as const;

/** The rows whose sales rep or CSM is one of `names`. */
export function visible(snapshot: Snapshot, names: readonly string[]): Bitmap {
  const seen = bitmapFor(snapshot.count);
  for (const person of PEOPLE) {
    const dictionary = snapshot.dimension(person);
    if (dictionary) or(seen, rowsWith(dictionary, new Set(names)));
  }
  return seen;
}
