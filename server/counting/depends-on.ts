import type { DataSource } from 'typeorm';
import { toSeconds } from '../handoff/column.js';
import { dataAsOf } from '../handoff/freshness.js';
import type { Snapshots } from '../handoff/snapshot.js';
import { dateIn } from '../kpi/period.js';
import type { NamedQuestion } from './asked.js';

/** All versions and whether they are applied, as one text. */
const DEFINITIONS = `
  select md5(string_agg(concat_ws(' ', version, decided_at, applied_at, note, decided_by, definition), ' ' order by version)) as mark
  from definition_version where workspace_id = $1`;

/** All that a kept answer depends on, as one text; null when that moves with every moment. */
export async function dependsOn(
  { db, snapshots }: { db: DataSource; snapshots: Snapshots },
  { name, workspace, query, visibility, now }: NamedQuestion,
): Promise<string | null> {
  const [snapshot, readThrough, [definitions]] = await Promise.all([
    snapshots.of(workspace.id),
    dataAsOf(db, workspace.id),
    db.query<{ mark: string | null }[]>(DEFINITIONS, [workspace.id]),
  ]);
  // Without an end of the data before now, every moment sees more.
  if (query.asOf === undefined && (!readThrough || readThrough >= now)) return null;
  const day = query.asOf === undefined ? [dateIn(now, workspace.timeZone), snapshot.firstWonFrom(toSeconds(now) + 1)] : null;
  return JSON.stringify([name, query, visibility, workspace, snapshot.revision, readThrough, definitions?.mark, day]);
}
