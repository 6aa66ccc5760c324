import type { DataSource } from 'typeorm';

const FACTS = [
  ...['account_link', 'person', 'deal', 'deal_stage_change', 'task', 'ticket', 'message', 'survey_response', 'subscription', 'event'],
  ...['handoff', 'handoff_event', 'account_fact'],
];

/** So many changes at once are a first sync, whose tables the planner has not seen yet. */
const MANY = 1_000;

/** Tells the planner about facts that came in bulk. Outside of the derivation's transaction, because it would hold its locks to the end. */
export async function measureFacts(db: DataSource, workspaceId: string): Promise<void> {
  const pending = await db.query<unknown[]>('select 1 from pending_change where workspace_id = $1 limit $2', [workspaceId, MANY]);
  if (pending.length === MANY) await db.query(`analyze ${FACTS.join(', ')}`);
}
