import type { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Snapshots } from '../../server/handoff/snapshots.js';
import { median, timed } from './timing.js';

const LOADS = 3;

/** How long it takes to read all handoffs into columns, how much memory they take, and what a change of 1 % costs. */
export async function measureSnapshot(db: DataSource, { id }: Workspace): Promise<void> {
  const loads: number[] = [];
  for (let run = 0; run < LOADS; run++) loads.push(await timed(() => new Snapshots(db).of(id)));
  const snapshots = new Snapshots(db);
  const snapshot = await snapshots.of(id);
  console.log(`load from Postgres: ${median(loads).toFixed(0)} ms; ${(snapshot.bytes / snapshot.count).toFixed(1)} bytes a handoff`);
  await db.query(`update handoff set revision = 2 where workspace_id = $1 and hashtext(id) % 100 = 0`, [id]);
  await db.query(`update workspace set revision = 2 where id = $1`, [id]);
  console.log(`1 % of them changed: caught up in ${(await timed(() => snapshots.of(id))).toFixed(0)} ms`);
}
