import type { DataSource } from 'typeorm';

const TABLES = [
  ...['account_link', 'person', 'deal', 'deal_stage_change', 'task', 'ticket', 'message', 'survey_response', 'subscription', 'event'],
  ...['account', 'account_fact', 'handoff', 'handoff_event', 'pending_change'],
];

/** So many changes at once are a first sync, whose tables the planner has not seen yet. */
const MANY = 1_000;

export async function manyPending(db: DataSource, workspaceId: string): Promise<boolean> {
  const pending = await db.query<unknown[]>('select 1 from pending_change where workspace_id = $1 limit $2', [workspaceId, MANY]);
  return pending.length === MANY;
}

/** Tells the planner about rows that came in bulk. Outside of the derivation's transaction, which would hold its locks to the end. */
export async function measureTables(db: DataSource): Promise<void> {
  await db.query(`analyze ${TABLES.join(', ')}`);
}
