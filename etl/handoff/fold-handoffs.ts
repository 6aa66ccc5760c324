import type { EntityManager } from 'typeorm';
import { BRIEF_SECTIONS } from '../warehouse/index.js';
import type { Rules } from './rules.js';
import { measure } from './scratch.js';

/** What counts as contact with the customer, beside the messages exchanged. */
const CONTACT = ['contact-made', 'welcome-sent', 'next-steps-sent', 'kickoff-held', 'promise-conversation-held'];

/** Folds each timeline into the row of its handoff, in the scratch table `folded`. */
export async function foldHandoffs(tx: EntityManager, workspaceId: string, { sections }: Rules['brief']): Promise<void> {
  await tx.query(FOLDED, [workspaceId, CONTACT, sections]);
  await measure(tx, 'folded');
}

const first = (...kinds: string[]) => `min(at) filter (where kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;
const firstAfter = (kind: string) => `min(at) filter (where kind = '${kind}' and at >= won_at)`;
const allAfter = (condition: string) => `coalesce(array_agg(distinct at order by at) filter (where at >= won_at and ${condition}), '{}')`;
const episodes = (column: string) =>
  `coalesce(array_agg(${column} order by at, source_id collate "C", fact_id collate "C") filter (where at >= won_at and kind = 'information-repeated'), '{}')`;
const section = (name: string) => `min(at) filter (where kind = 'brief-section-filled' and detail = '${name}')`;

const MOMENTS = `
  select handoff_id,
    ${first('owner-named')} as owner_named_at,
    ${first('welcome-sent')} as welcome_at,
    ${first('next-steps-sent', 'kickoff-scheduled')} as next_steps_at,
    ${first('internal-meeting-held')} as internal_meeting_at,
    ${first('brief-accepted')} as brief_accepted_at,
    min(at) filter (where kind = 'brief-accepted' and fact_id like 'task:%') as acceptance_done_at,
    ${first('kickoff-held')} as kickoff_at,
    ${first('promise-gap-found')} as promise_gap_at,
    ${first('promise-conversation-held')} as promise_conversation_at,
    ${first('onboarding-completed')} as onboarding_completed_at,
    ${first('first-value')} as first_value_at,
    ${firstAfter('notice-given')} as notice_at,
    ${firstAfter('churned')} as churned_at,
    min(at) filter (where kind = 'survey-asked' and detail = 'csat' and at >= won_at) as survey_asked_at,
    array[${BRIEF_SECTIONS.map(section).join(', ')}] as brief_section_at,
    ${allAfter(`kind = any($2) and at < won_at + interval '336 hours'`)} as contact_at,
    ${allAfter(`kind = 'owner-changed'`)} as owner_change_at,
    ${episodes('at')} as repeat_at,
    ${episodes('detail')} as repeat_tier,
    ${allAfter(`kind = 'escalated'`)} as escalation_at
  from timeline
  group by handoff_id`;

/** 1-5 as it is; ten points halved; thumbs have no score. NPS is not CSAT. */
// Under row-level security an index is asked for a column, not for what a function makes of one: hence the id apart, fenced by offset 0.
const FIRST_ANSWERS = `
  select distinct on (t.handoff_id) t.handoff_id, t.at as answered_at,
    coalesce(s.satisfied, case s.scale when '1-5' then s.score >= 4 when '1-10' then s.score >= 9 when '0-10' then s.score >= 9 end) as satisfied,
    case s.scale when '1-5' then s.score when '1-10' then greatest(s.score / 2, 1) when '0-10' then greatest(s.score / 2, 1) end as score
  from (select *, substr(fact_id, length('survey_response:') + 1) as survey_id from timeline
      where kind = 'survey-answered' and detail = 'csat' and at >= won_at offset 0) t
    join survey_response s on s.source_id = t.source_id and s.external_id = t.survey_id
  where s.workspace_id = $1
  order by t.handoff_id, t.at, t.source_id, t.fact_id`;

const RUNNING_ARR = `
  select distinct on (n.handoff_id) n.handoff_id, s.arr, s.currency
  from new_handoff n join company c using (account_id)
    join subscription s on s.source_id = c.source_id and s.account_external_id = c.external_id
  where s.workspace_id = $1 and s.deleted_at is null and s.arr is not null
    and s.started_at <= n.won_at and (s.ended_at is null or s.ended_at > n.won_at)
  order by n.handoff_id, s.started_at desc, s.source_id, s.external_id`;

/** Accepted, and as many sections filled as the rules ask for, whichever came last. Of a brief of which no section is told, the task for it says so. */
const TRANSFERRED = `(
  select case when $3::int = 0 then m.brief_accepted_at
    when count(filled) = 0 then m.acceptance_done_at
    when count(filled) >= $3::int then greatest(m.brief_accepted_at, (array_agg(filled order by filled))[$3::int]) end
  from unnest(m.brief_section_at) as filled
  where m.brief_accepted_at is not null)`;

const FOLDED = `
  with moments as (${MOMENTS}),
  first_answers as (${FIRST_ANSWERS}),
  running_arr as (${RUNNING_ARR}),
  deals as (
    select n.*, w.t0_source, d.source_id, d.external_id, d.name, d.amount, d.arr, d.currency, d.dimensions,
      d.owner_external_id, d.csm_external_id
    from new_handoff n join won_deal w using (handoff_id) join deal d on d.source_id = w.source_id and d.external_id = w.external_id
    where d.workspace_id = $1
  ),
  described as (
    select d.*, a.name as account_name, coalesce(owner.name, d.owner_external_id) as owner_name,
      case when d.csm_external_id is not null then coalesce(csm.name, d.csm_external_id) else coalesce(keeper.name, a.csm_external_id) end
        as csm_name,
      case when d.amount < 10000 then '< 10k' when d.amount < 25000 then '10k-25k' when d.amount < 50000 then '25k-50k'
        when d.amount < 100000 then '50k-100k' when d.amount is not null then '100k +' end as deal_size,
      a.dimensions || d.dimensions as said_dimensions
    from deals d join new_account a on a.id = d.account_id
      left join person_name owner on owner.source_id = d.source_id and owner.external_id = d.owner_external_id
      left join person_name csm on csm.source_id = d.source_id and csm.external_id = d.csm_external_id
      left join person_name keeper on keeper.source_id = a.csm_source_id and keeper.external_id = a.csm_external_id
  )
  insert into folded (workspace_id, id, source_id, deal_external_id, account_id, name, account_name, won_at, t0_source, segment, owner_name,
    csm_name, amount, arr, currency, dimensions, owner_named_at, welcome_at, next_steps_at, internal_meeting_at, knowledge_transfer_at,
    kickoff_at, promise_gap_at, promise_conversation_at, onboarding_completed_at, first_value_at, notice_at, churned_at, survey_asked_at,
    survey_answered_at, survey_satisfied, survey_score, brief_section_at, contact_at, owner_change_at, repeat_at, repeat_tier,
    escalation_at, revision)
  select $1::uuid, d.handoff_id, d.source_id, d.external_id, d.account_id, coalesce(d.name, d.account_name), d.account_name, d.won_at,
    d.t0_source, case when lower(d.said_dimensions ->> 'segment') = 'enterprise' then 'enterprise' else 'standard' end, d.owner_name,
    d.csm_name, d.amount,
    case when r.currency is null or d.currency is null or r.currency = d.currency then coalesce(r.arr, d.arr) else d.arr end, d.currency,
    d.said_dimensions || jsonb_strip_nulls(jsonb_build_object('owner', d.owner_name, 'csm', d.csm_name, 'deal-size', d.deal_size)),
    m.owner_named_at, m.welcome_at, m.next_steps_at, m.internal_meeting_at, ${TRANSFERRED}, m.kickoff_at, m.promise_gap_at,
    m.promise_conversation_at, m.onboarding_completed_at, m.first_value_at, m.notice_at, m.churned_at,
    least(m.survey_asked_at, s.answered_at), s.answered_at, s.satisfied, s.score, m.brief_section_at, m.contact_at,
    m.owner_change_at, m.repeat_at, m.repeat_tier, m.escalation_at, 0
  from described d join moments m using (handoff_id)
    left join first_answers s using (handoff_id) left join running_arr r using (handoff_id)`;
