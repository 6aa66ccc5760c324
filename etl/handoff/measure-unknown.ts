import type { DataSource } from 'typeorm';
import { measureTables } from '../warehouse/index.js';

const FACTS = [
  ...['account_link', 'person', 'pipeline_stage', 'deal', 'deal_stage_change', 'task', 'ticket', 'message', 'survey_response'],
  ...['subscription', 'event', 'pending_change'],
];

/** Fewer changes are quick however they are planned. */
const FEW = 200;

/** Tells the planner about tables it still takes for empty. Outside of the derivation's transaction, which would hold its locks to the end. */
export async function measureUnknown(db: DataSource, workspaceId: string): Promise<void> {
  const pending = await db.query<unknown[]>('select 1 from pending_change where workspace_id = $1 limit $2', [workspaceId, FEW]);
  if (pending.length < FEW) return;
  const unknown = await db.query<{ name: string }[]>(
    `select oid::regclass::text as name from pg_class where oid = any($1::regclass[]) and reltuples <= 0`,
    [FACTS],
  );
  await measureTables(
    db,
    unknown.map(({ name }) => name),
  );
}
