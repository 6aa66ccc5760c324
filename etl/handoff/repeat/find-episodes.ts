import type { EntityManager } from 'typeorm';
import { BUILT_IN_RULES } from '../rules.js';
import { measure } from '../scratch.js';
import { readMessages } from './read-messages.js';
import type { RepeatRules } from './repeat-reader.js';

/**
 * Finds the episodes in which a customer had to say again what we knew: one per conversation or response, at its strongest tier, and at the
 * moment of its first evidence: what shows it again later does not move it. Reported before asked again before inferred. What a person has
 * confirmed stays whatever the rules say, and what a person has dismissed counts nowhere. Only the messages of touched accounts are read.
 */
export async function findRepeatEpisodes(
  tx: EntityManager,
  workspaceId: string,
  rules: RepeatRules = BUILT_IN_RULES.repeat,
): Promise<void> {
  await readMessages(tx, workspaceId, rules);
  await measure(tx, 'said');
  await tx.query(EPISODES, [workspaceId, rules.tiers]);
}

/** SQL for what stays of an episode when it is found again; see `EpisodeVerdict.episode`. */
const KEY = `case when conversation is null then fact_id else 'ticket:' || substr(conversation, length(source_id) + 2) end`;

const COLUMNS = 'handoff_id, won_at, account_id, conversation, source_id, fact_id, at, title';

/** What was reported is shown in the customer's own words where the conversation has them. */
const EPISODES = `
  with filled as (
    select handoff_id, detail as section, min(at) as at from timeline where kind = 'brief-section-filled' group by handoff_id, detail
  ),
  found as (
    select m.*, s.tier, s.evidence as words
    from said s join message_to_read m using (n) left join filled f on f.handoff_id = m.handoff_id and f.section = s.section
    where s.tier = 'inferred' or f.at < m.at
  ),
  told as (
    delete from timeline where kind = 'information-repeated' returning *, ${KEY} as episode
  ),
  verdicts as (
    select * from episode_verdict where workspace_id = $1
  ),
  confirmed as (
    select distinct on (v.source_id, v.episode) t.handoff_id, t.won_at, t.account_id, t.conversation, v.source_id, v.fact_id, v.at, v.title,
      v.tier, v.evidence, v.stream, v.record_id
    from verdicts v join timeline t on t.source_id = v.source_id and t.conversation = v.source_id || ':' || substr(v.episode, length('ticket:') + 1)
    where v.verdict = 'confirmed' and v.episode like 'ticket:%' and v.at >= t.won_at
    order by v.source_id, v.episode, t.fact_id <> v.fact_id, t.at, t.fact_id collate "C"
  ),
  repeats as (
    select ${COLUMNS}, detail as tier, evidence, stream, record_id from told
    where detail = any($2) or exists (
      select from verdicts v where v.verdict = 'confirmed' and v.source_id = told.source_id and v.episode = told.episode)
    union all
    select ${COLUMNS}, tier, words, stream, record_id from found where tier = any($2)
    union all
    select ${COLUMNS}, tier, evidence, stream, record_id from confirmed
  ),
  ranked as (
    select *, coalesce(conversation, source_id || ' ' || fact_id) as episode, ${KEY} as key,
      case tier when 'reported' then 1 when 'asked again' then 2 else 3 end as strength
    from repeats
  ),
  with_first as (
    select *, first_value(handoff_id) over as_told as first_handoff_id, first_value(at) over as_told as first_at
    from ranked
    window as_told as (partition by episode order by at < won_at, at, source_id collate "C", fact_id collate "C")
  ),
  with_words as (
    select *, first_value(evidence) over (
      partition by episode order by evidence is null, tier = 'inferred' desc, at, source_id collate "C", fact_id collate "C", evidence collate "C"
    ) as words from with_first
  )
  insert into timeline
  select distinct on (episode) handoff_id, won_at, account_id, conversation, source_id, 'information-repeated', fact_id, first_at, title, tier,
    coalesce(evidence, words), stream, record_id, null::timestamptz, false
  from with_words w
  where handoff_id = first_handoff_id
    and not exists (select from verdicts v where v.verdict = 'dismissed' and v.source_id = w.source_id and v.episode = w.key)
  order by episode, strength, at, source_id collate "C", fact_id collate "C", evidence collate "C"`;
