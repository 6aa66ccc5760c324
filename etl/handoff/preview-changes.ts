import type { QueryRunner } from 'typeorm';

/** How many handoffs other rules would change, by what changes. One may be counted under several. */
export interface PreviewCounts {
  handoffs: number;
  come: number;
  go: number;
  t0: number;
  firstValue: number;
  escalations: number;
  repeats: number;
  knowledgeTransfer: number;
}

/** A handoff that comes (`wonBefore` null), goes (`wonAfter` null) or has another t0. */
export interface MovedHandoff {
  id: string;
  name: string;
  accountName: string;
  wonBefore: Date | null;
  wonAfter: Date | null;
}

/** Within `previewRules`: what the rules change of the handoffs that stand, and up to `limit` of those that come, go or have another t0. */
export async function previewChanges(
  runner: QueryRunner,
  workspaceId: string,
  limit: number,
): Promise<{ counts: PreviewCounts; moved: MovedHandoff[] }> {
  const [counts]: PreviewCounts[] = await runner.query(COUNTS, [workspaceId]);
  if (!counts) throw new Error('the handoffs were not counted');
  return { counts, moved: await runner.query(MOVED, [workspaceId, limit]) };
}

const BOTH = `
  with standing as (
    select h.* from handoff h join touched_account using (account_id) where h.workspace_id = $1 and h.removed_at is null
  ),
  told as (
    select coalesce(f.id, s.id) as id, coalesce(f.name, s.name) as name, coalesce(f.account_name, s.account_name) as account_name,
      s.won_at as won_before, f.won_at as won_after, s.id is not null and f.id is not null as stays,
      ${['first_value_at', 'escalation_at', 'repeat_at', 'repeat_tier', 'knowledge_transfer_at']
        .map((column) => `f.${column} is distinct from s.${column} as ${column}`)
        .join(', ')}
    from standing s full join folded f on f.id = s.id
  )`;

const COUNTS = `${BOTH}
  select count(*)::int as handoffs,
    (count(*) filter (where won_before is null))::int as come,
    (count(*) filter (where won_after is null))::int as go,
    (count(*) filter (where stays and won_before <> won_after))::int as t0,
    (count(*) filter (where stays and first_value_at))::int as "firstValue",
    (count(*) filter (where stays and escalation_at))::int as escalations,
    (count(*) filter (where stays and (repeat_at or repeat_tier)))::int as repeats,
    (count(*) filter (where stays and knowledge_transfer_at))::int as "knowledgeTransfer"
  from told`;

const MOVED = `${BOTH}
  select id, name, account_name as "accountName", won_before as "wonBefore", won_after as "wonAfter"
  from told where won_before is distinct from won_after
  order by coalesce(won_after, won_before) desc, id limit $2`;
