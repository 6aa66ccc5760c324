import type { Snapshot } from '../handoff/snapshot.js';
import type { Visibility } from '../handoff/visibility.js';

const PEOPLE = ['owner', 'csm'] as const;

/** Those of `rows` that may be seen, in order: the one predicate behind every number, list and export. */
export function visible(snapshot: Snapshot, visibility: Visibility, rows: Uint32Array): Uint32Array {
  if (visibility.kind === 'all') return rows;
  const wanted = new Set<string | null>(visibility.names);
  const seen = PEOPLE.flatMap((name) => {
    const dictionary = snapshot.dimension(name);
    return dictionary ? [{ codes: dictionary.codes, pass: dictionary.values.map((value) => value !== null && wanted.has(value)) }] : [];
  });
  return rows.filter((row) => seen.some(({ codes, pass }) => pass[codes[row] ?? 0]));
}
