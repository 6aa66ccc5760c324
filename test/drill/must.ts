import type { RunOutcome } from '../../etl/sync/run.js';

/** Throws what is wrong unless it is right. */
export function must(right: boolean, wrong: string): void {
  if (!right) throw new Error(wrong);
}

export function mustSucceed(run: RunOutcome, which: string): RunOutcome {
  must(run.outcome === 'succeeded', `the ${which} ${run.outcome}: ${run.error}`);
  return run;
}

/** Throws with the tables that differ. */
export function mustEqual(found: Record<string, string>, wanted: Record<string, string>, than: string): void {
  const other = Object.keys({ ...found, ...wanted }).filter((table) => found[table] !== wanted[table]);
  must(
    other.length === 0,
    `tables differ from ${than}: ${other.map((table) => `${table} ${counted(found, table)} for ${counted(wanted, table)}`).join(', ')}`,
  );
}

const counted = (hashes: Record<string, string>, table: string) => `${hashes[table]?.split(' ')[0] ?? 'no'} rows`;

/** Throws with examples of what is missing and what is too much. */
export function mustHold(found: string[], wanted: string[], what: string): void {
  const missing = wanted.filter((id) => !found.includes(id));
  const surplus = found.filter((id) => !wanted.includes(id));
  const some = (ids: string[]) => `${ids.length} (${ids.slice(0, 3).join(', ')})`;
  must(missing.length === 0, `${what}: missing ${some(missing)} of ${wanted.length}`);
  must(surplus.length === 0, `${what}: too many by ${some(surplus)}`);
}
