import type { EntityManager } from 'typeorm';
import { keepRestated } from './restate.js';
import type { Cause, Telling } from './telling.js';

const STATED = [
  ...['account_id', 'name', 'account_name', 'won_at', 't0_source', 'segment', 'owner_name', 'csm_name', 'amount', 'arr', 'currency'],
  ...['dimensions', 'owner_named_at', 'welcome_at', 'next_steps_at', 'internal_meeting_at', 'knowledge_transfer_at', 'kickoff_at'],
  ...['promise_gap_at', 'promise_conversation_at', 'onboarding_completed_at', 'first_value_at', 'notice_at', 'churned_at'],
  ...['survey_asked_at', 'survey_answered_at', 'survey_satisfied', 'survey_score', 'brief_section_at', 'contact_at'],
  ...['owner_change_at', 'repeat_at', 'repeat_tier', 'escalation_at', 'removed_at'],
];

const columns = (of: string) => STATED.map((column) => `${of}.${column}`).join(', ');

/**
 * Writes the handoffs that are new or different and marks those that are gone, all with the next revision of the workspace; how many.
 * What they said before of a past that had been told is kept.
 */
export async function writeHandoffs(
  tx: EntityManager,
  workspaceId: string,
  { revision, telling, cause }: { revision: string; telling: Telling; cause: Cause },
): Promise<number> {
  await tx.query(LEAVE_OUT_UNCHANGED, [workspaceId]);
  await keepRestated(tx, workspaceId, { revision, telling, cause });
  const [written] = await tx.query<{ count: number }[]>('select count(*)::int as count from folded');
  await tx.query(WRITE, [workspaceId, revision]);
  const [, removed] = await tx.query<[unknown, number]>(MARK_GONE, [workspaceId, revision]);
  return (written?.count ?? 0) + removed;
}

const LEAVE_OUT_UNCHANGED = `
  delete from folded f using handoff h
  where h.workspace_id = $1 and h.id = f.id and (${columns('h')}) is not distinct from (${columns('f')})`;

const WRITE = `
  insert into handoff (workspace_id, id, source_id, deal_external_id, revision, ${STATED.join(', ')})
  select $1::uuid, f.id, f.source_id, f.deal_external_id, $2::bigint, ${columns('f')} from folded f
  on conflict (workspace_id, id) do update
    set revision = excluded.revision, ${STATED.map((column) => `${column} = excluded.${column}`).join(', ')}`;

const MARK_GONE = `
  update handoff h set removed_at = now(), revision = $2::bigint
  from touched_account t
  where h.workspace_id = $1 and h.account_id = t.account_id and h.removed_at is null
    and not exists (select from new_handoff n where n.handoff_id = h.id)`;
