import type { EntityManager } from 'typeorm';
import { measure } from '../scratch.js';
import { askedSections, repeatedWords } from './read-message.js';
import { REPEAT_HINTS } from './repeat-rules.js';

const BATCH = 5_000;

/**
 * Finds the episodes in which a customer had to say again what we knew: one per conversation or response, at its strongest tier, and at the
 * moment of its first evidence: what shows it again later does not move it. Reported before asked again before inferred. Only the messages of touched accounts are read.
 */
export async function findRepeatEpisodes(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(TO_READ, [workspaceId, REPEAT_HINTS.join('|')]);
  await measure(tx, 'message_to_read');
  for (let from = 1; await readBatch(tx, workspaceId, from); from += BATCH);
  await measure(tx, 'said');
  await tx.query(EPISODES);
}

const TO_READ = `
  with messages as (
    select t.*, m.external_id, m.from_customer, m.body
    from timeline t join message m on m.source_id = t.source_id and m.external_id = substr(t.fact_id, length('message:') + 1)
    where m.workspace_id = $1 and t.kind = 'contact-made' and t.fact_id like 'message:%' and t.at >= t.won_at and m.body is not null
  ),
  filled as (
    select handoff_id, min(at) as first_at from timeline where kind = 'brief-section-filled' group by handoff_id
  )
  insert into message_to_read
  select row_number() over (order by m.handoff_id, m.source_id, m.external_id), m.handoff_id, m.won_at, m.account_id, m.conversation,
    m.source_id, m.fact_id, m.at, m.title, m.stream, m.record_id, m.external_id, m.from_customer
  from messages m left join filled f using (handoff_id)
  where (m.from_customer and m.body ~* $2)
    or (not m.from_customer and f.first_at < m.at and position('?' in m.body) > 0)`;

interface Message {
  n: number;
  fromCustomer: boolean;
  body: string;
}

interface Said {
  n: number;
  tier: 'asked again' | 'inferred';
  section: string | null;
  evidence: string;
}

/** Whether there was anything to read from this number on. */
async function readBatch(tx: EntityManager, workspaceId: string, from: number): Promise<boolean> {
  const messages = await tx.query<Message[]>(
    `select r.n, r.from_customer as "fromCustomer", m.body
    from message_to_read r join message m using (source_id, external_id)
    where m.workspace_id = $1 and r.n >= $2 and r.n < $3`,
    [workspaceId, from, from + BATCH],
  );
  const said = messages.flatMap(read);
  if (said.length > 0) {
    await tx.query(`insert into said select * from unnest($1::int[], $2::text[], $3::text[], $4::text[])`, [
      said.map(({ n }) => n),
      said.map(({ tier }) => tier),
      said.map(({ section }) => section),
      said.map(({ evidence }) => evidence),
    ]);
  }
  return messages.length > 0;
}

function read({ n, fromCustomer, body }: Message): Said[] {
  if (!fromCustomer) return askedSections(body).map(({ section, words }) => ({ n, tier: 'asked again', section, evidence: words }));
  const words = repeatedWords(body);
  return words === null ? [] : [{ n, tier: 'inferred', section: null, evidence: words }];
}

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
    delete from timeline where kind = 'information-repeated' returning *
  ),
  repeats as (
    select handoff_id, won_at, account_id, conversation, source_id, fact_id, at, title, detail as tier, evidence, stream, record_id from told
    union all
    select handoff_id, won_at, account_id, conversation, source_id, fact_id, at, title, tier, words, stream, record_id from found
  ),
  ranked as (
    select *, coalesce(conversation, source_id || ' ' || fact_id) as episode,
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
  from with_words
  where handoff_id = first_handoff_id
  order by episode, strength, at, source_id collate "C", fact_id collate "C", evidence collate "C"`;
