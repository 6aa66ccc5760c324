import type { DataSource } from 'typeorm';
import { arranged, wonOrder } from './column-order.js';
import { rowsOf, Snapshot } from './snapshot.js';
import { copyTold, type Undone } from './told.js';

/** The handoffs whose past was corrected: as they had been told, and as they are known. Those that were not there are in one of the two. */
export interface Restated {
  told: Snapshot;
  now: Snapshot;
  /** By id, when the last correction was found. */
  foundAt: ReadonlyMap<string, Date>;
}

/** Null when nothing has been restated since the revision. */
export async function restatedSince(db: DataSource, snapshot: Snapshot, undone: Undone): Promise<Restated | null> {
  const rows = await db.query<{ id: string; foundAt: Date }[]>(FOUND, [
    undone.workspaceId,
    undone.revision,
    undone.upTo ?? null,
    undone.except ?? null,
  ]);
  if (rows.length === 0) return null;
  const foundAt = new Map(rows.map((row) => [row.id, row.foundAt]));
  const told = await copyTold(db, undone, snapshot);
  return {
    told: new Snapshot(arranged(told.columns, wonOrder(told.columns)), undone.revision),
    now: new Snapshot(arranged(snapshot.columns, rowsOf(snapshot, told.ids)), snapshot.revision),
    foundAt,
  };
}

const FOUND = `
  select handoff_id as id, max(found_at) as "foundAt" from restatement
  where workspace_id = $1 and revision > $2::bigint and ($3::bigint is null or revision <= $3) and ($4::text is null or cause <> $4)
  group by handoff_id`;
