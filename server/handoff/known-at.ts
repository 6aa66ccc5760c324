import type { DataSource } from 'typeorm';
import { invalid } from '../http/problem.js';
import type { Snapshot } from './snapshot.js';
import type { Readable } from './snapshots.js';
import { toldBefore } from './told.js';

/** What a question is answered from. */
export interface Ledger {
  snapshot: Snapshot;
  /** Through when all of it had been read; null before that was ever so. */
  dataAsOf: Date | null;
  /** The newest version of the definitions then; undefined for now. */
  definition: number | undefined;
}

/** What is known now, or what had been told by a moment: with every later restatement undone. Refuses, as bad input, one before all had been read. */
export async function ledgerOf(
  { db, snapshots }: { db: DataSource; snapshots: Readable },
  workspaceId: string,
  knownAt: string | undefined,
): Promise<Ledger> {
  if (knownAt === undefined) {
    return { ...(await snapshots.read(workspaceId)), definition: undefined };
  }
  const [known] = await db.query<Known[]>(KNOWN, [workspaceId, knownAt]);
  if (!known?.knownUntil) {
    const first = known?.first ? `the first full reading was derived at ${known.first.toISOString()}` : 'no full reading has been derived';
    throw invalid([{ message: `nothing had been told by ${knownAt}: ${first}`, path: ['knownAt'] }]);
  }
  const { snapshot: newest } = await snapshots.read(workspaceId);
  const snapshot = await toldBefore(db, newest, { workspaceId, revision: known.revision });
  return { snapshot, dataAsOf: known.knownUntil, definition: known.definition };
}

interface Known {
  revision: string;
  knownUntil: Date | null;
  definition: number;
  first: Date | null;
}

const KNOWN = `
  with by_then as (
    select revision, known_until from derivation where workspace_id = $1 and at <= $2 order by at desc limit 1
  )
  select b.revision, b.known_until as "knownUntil",
    coalesce((select max(version) from definition_version where workspace_id = $1 and decided_at <= $2), 1) as definition,
    (select min(at) from derivation where workspace_id = $1 and known_until is not null) as first
  from (select) as asked left join by_then b on true`;
