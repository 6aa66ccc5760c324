import pg from 'pg';
import type { DataSource } from 'typeorm';
import { type Copied, copyHandoffs } from './column-copy.js';
import { replaced, type Snapshot } from './snapshot.js';

/** Which restatements are undone: those after a revision. */
export interface Undone {
  workspaceId: string;
  revision: string;
  /** The last of them; all since when left out. */
  upTo?: string;
  /** Left out, they are undone whatever brought them. */
  except?: 'definition';
}

/** The snapshot as it had been told up to a revision. The handoffs that were not restated since are those of now, later moments included. */
export function toldBefore(db: DataSource, snapshot: Snapshot, undone: Undone): Promise<Snapshot> {
  const told = known.get(snapshot) ?? new Map<string, Promise<Snapshot>>();
  known.set(snapshot, told);
  const kept = told.get(undone.revision) ?? made(db, snapshot, undone);
  told.delete(undone.revision);
  told.set(undone.revision, kept);
  kept.catch(() => told.delete(undone.revision));
  const [oldest] = told.keys();
  if (told.size > MOST_KNOWN && oldest !== undefined) told.delete(oldest);
  return kept;
}

/** Each is as large as the snapshot of now. */
const MOST_KNOWN = 2;

const known = new WeakMap<Snapshot, Map<string, Promise<Snapshot>>>();

async function made(db: DataSource, snapshot: Snapshot, undone: Undone): Promise<Snapshot> {
  const told = await copyTold(db, undone, snapshot);
  return told.ids.size === 0 ? snapshot : replaced(snapshot, told, undone.revision);
}

/** Only the handoffs restated since, as they had been told; the ids name those too that had not been there. */
export function copyTold(db: DataSource, undone: Undone, { columns }: Snapshot): Promise<Copied> {
  return copyHandoffs(db, undone.workspaceId, { revision: null, known: columns, from: told(undone) });
}

/** The oldest of the restatements since says what a column had been: an object keeps the last value given for a key. */
function told({ workspaceId, revision, upTo, except }: Undone): string {
  const last = upTo === undefined ? '' : ` and r.revision <= ${BigInt(upTo)}`;
  const workspace = pg.escapeLiteral(workspaceId);
  return `(
    select earlier.*
    from (
      select r.handoff_id, jsonb_object_agg(b.key, b.value order by r.revision desc) as said
      from restatement r, jsonb_each(r.before) b
      where r.workspace_id = ${workspace} and r.revision > ${BigInt(revision)}${last}${except ? ` and r.cause <> ${pg.escapeLiteral(except)}` : ''}
      group by r.handoff_id
    ) restated
      join handoff h on h.workspace_id = ${workspace} and h.id = restated.handoff_id,
      jsonb_populate_record(null::handoff, to_jsonb(h) || restated.said) earlier
  ) told`;
}
