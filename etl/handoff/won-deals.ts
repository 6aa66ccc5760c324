import type { EntityManager } from 'typeorm';
import type { Rules } from './rules.js';
import { measure } from './scratch.js';

/**
 * Finds t0 of every deal that is won now: its first entry into a won stage, or the first after more than 14 days outside of them;
 * the close date only where there is no history. A stage that a rule names is won or not as the rule says, whatever the CRM says of the
 * stage, of the deal in it and of the entry into it. `reason` says why a won deal is no handoff.
 */
export async function findWonDeals(tx: EntityManager, workspaceId: string, wonStages: Rules['wonStages']): Promise<void> {
  await tx.query(WON_DEALS, [workspaceId, JSON.stringify(wonStages)]);
  await measure(tx, 'won_deal');
  await tx.query(NEW_HANDOFFS);
  await measure(tx, 'new_handoff');
}

// 336 hours, not 14 days: a day of an interval is as long as the session's time zone says.
const WON_DEALS = `
  with ruled_stages as (
    select r ->> 'source' as source_id, r ->> 'pipeline' as pipeline, r ->> 'stage' as stage, bool_or((r ->> 'won')::boolean) as ruled
    from jsonb_array_elements($2::jsonb) r group by 1, 2, 3
  ),
  known_stages as (
    select source_id, pipeline, stage, bool_or(won) as won from pipeline_stage where workspace_id = $1 group by source_id, pipeline, stage
  ),
  won_stages as (
    select source_id, pipeline, stage, won, ruled from known_stages full join ruled_stages using (source_id, pipeline, stage)
  ),
  won_in_any_pipeline as (
    select source_id, stage, bool_or(won) as won, bool_or(ruled) as ruled from won_stages group by source_id, stage
  ),
  deals as (
    select h.account_id, d.*, h.home_id <> d.external_id or d.merged_into is not null as merged
    from home_deal h join deal d using (source_id, external_id) where d.workspace_id = $1
  ),
  entries as (
    select c.source_id, c.deal_external_id, c.external_id, c.entered_at, c.stream, c.record_id,
      coalesce(case when s.stage is null then a.ruled else s.ruled end, c.won, s.won, a.won, false) as won
    from deals d
      join deal_stage_change c on c.workspace_id = $1 and c.source_id = d.source_id and c.deal_external_id = d.external_id
      left join won_stages s on s.source_id = c.source_id and s.pipeline = d.pipeline and s.stage = c.stage
      left join won_in_any_pipeline a on a.source_id = c.source_id and a.stage = c.stage
    where c.deleted_at is null
  ),
  with_previous as (
    select *, lag(won, 1, false) over history as was_won, last_value(won) over whole_history as won_last
    from entries
    window history as (partition by source_id, deal_external_id order by entered_at, external_id),
      whole_history as (history rows between unbounded preceding and unbounded following)
  ),
  with_departure as (
    select *, max(entered_at) filter (where was_won and not won)
      over (partition by source_id, deal_external_id order by entered_at, external_id) as left_at
    from with_previous
  ),
  last_entries as (
    select source_id, deal_external_id, bool_or(won_last) as won from with_previous group by source_id, deal_external_id
  ),
  winning_entries as (
    select distinct on (source_id, deal_external_id) *
    from with_departure
    where won and not was_won and (left_at is null or entered_at - left_at > interval '336 hours')
    order by source_id, deal_external_id, entered_at desc, external_id desc
  )
  insert into won_deal
  select d.account_id, d.source_id || ':' || d.external_id, d.source_id, d.external_id, coalesce(w.entered_at, d.closed_at),
    case when w.entered_at is null then 'close date' else 'stage history' end,
    case
      when d.merged then 'merged into another deal'
      when d.deleted_at is not null then 'deleted'
      when d.kind in ('renewal', 'expansion') then d.kind
      when w.entered_at is null and d.closed_at is null then 'no date of winning'
    end,
    d.name, coalesce('deal_stage_change:' || w.external_id, 'deal:' || d.external_id), coalesce(w.stream, d.stream),
    coalesce(w.record_id, d.record_id)
  from deals d
    left join winning_entries w on w.source_id = d.source_id and w.deal_external_id = d.external_id
    left join last_entries l on l.source_id = d.source_id and l.deal_external_id = d.external_id
    left join won_stages s on s.source_id = d.source_id and s.pipeline = d.pipeline and s.stage = d.stage
    left join won_in_any_pipeline a on a.source_id = d.source_id and a.stage = d.stage
  where coalesce(case when s.stage is null then a.ruled else s.ruled end, d.won, s.won, a.won, l.won, false)`;

const NEW_HANDOFFS = `
  insert into new_handoff
  select handoff_id, account_id, won_at, lead(won_at) over of_account, row_number() over of_account = 1
  from won_deal where reason is null
  window of_account as (partition by account_id order by won_at, handoff_id)`;
