import type { Snapshot } from './snapshot.js';

const lines = new WeakMap<Snapshot, object>();

/** Snapshots that differ only by what syncs brought within a while share one: what takes long to learn of one serves the others. */
export function lineOf(snapshot: Snapshot): object {
  const line = lines.get(snapshot) ?? {};
  lines.set(snapshot, line);
  return line;
}

export function continueLine(of: Snapshot, later: Snapshot): void {
  lines.set(later, lineOf(of));
}
