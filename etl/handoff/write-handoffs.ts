import type { EntityManager } from 'typeorm';

const STATED = [
  ...['account_id', 'name', 'account_name', 'won_at', 't0_source', 'segment', 'owner_name', 'csm_name', 'amount', 'arr', 'currency'],
  ...['dimensions', 'owner_named_at', 'welcome_at', 'next_steps_at', 'internal_meeting_at', 'knowledge_transfer_at', 'kickoff_at'],
  ...['promise_gap_at', 'promise_conversation_at', 'onboarding_completed_at', 'first_value_at', 'notice_at', 'churned_at'],
  ...['survey_asked_at', 'survey_answered_at', 'survey_satisfied', 'survey_score', 'brief_section_at', 'contact_at', 'repeat_at'],
  ...['escalation_at', 'removed_at'],
];

const columns = (of: string) => STATED.map((column) => `${of}.${column}`).join(', ');

/** Writes the handoffs that are new or different and marks those that are gone, all with the next revision of the workspace; how many. */
export async function writeHandoffs(tx: EntityManager, workspaceId: string, revision: string): Promise<number> {
  const [written] = await tx.query<{ count: number }[]>(WRITTEN, [workspaceId, revision]);
  const [, removed] = await tx.query<[unknown, number]>(REMOVED, [workspaceId, revision]);
  return (written?.count ?? 0) + removed;
}

const WRITTEN = `
  with different as (
    select f.* from folded f left join handoff h on h.workspace_id = $1 and h.id = f.id
    where h.id is null or (${columns('h')}) is distinct from (${columns('f')})
  ),
  written as (
    insert into handoff (workspace_id, id, source_id, deal_external_id, revision, ${STATED.join(', ')})
    select $1::uuid, d.id, d.source_id, d.deal_external_id, $2::bigint, ${columns('d')} from different d order by d.id
    on conflict (workspace_id, id) do update
      set revision = excluded.revision, ${STATED.map((column) => `${column} = excluded.${column}`).join(', ')}
    returning 1
  )
  select count(*)::int as count from written`;

const REMOVED = `
  update handoff h set removed_at = now(), revision = $2::bigint
  from touched_account t
  where h.workspace_id = $1 and h.account_id = t.account_id and h.removed_at is null and not exists (select from folded f where f.id = h.id)`;
