import type { EntityManager } from 'typeorm';
import { measure } from '../scratch.js';
import { type RepeatReader, type RepeatRules, repeatReader } from './repeat-reader.js';

const BATCH = 2_000;

/**
 * Reads what customers, and agents where there is a brief, wrote in touched accounts since t0 into the scratch table `said`. Postgres does
 * not sift the texts first: its search for the words that matter takes longer than reading.
 */
export async function readMessages(tx: EntityManager, workspaceId: string, rules: RepeatRules): Promise<void> {
  const reader = repeatReader(rules);
  const [customers, agents] = [rules.tiers.includes('inferred'), rules.tiers.includes('asked again')];
  await tx.query(TO_READ, [workspaceId, customers, agents]);
  await measure(tx, 'message_to_read');
  for (let from = 1; await readBatch(tx, reader, { workspaceId, from }); from += BATCH);
}

/** What customers say in the comment of a survey counts as what they say in a mail. */
// The id is made apart, fenced by offset 0, since row-level security asks no index for what a function makes of a column. Materialized, so that the words are sought in these messages alone: the planner thinks that cheap, and would read every message there is.
const TO_READ = `
  with messages as materialized (
    select t.*, m.from_customer, m.body
    from (select *, substr(fact_id, length('message:') + 1) as external_id from timeline
        where kind = 'contact-made' and fact_id like 'message:%' and at >= won_at offset 0) t
      join message m on m.source_id = t.source_id and m.external_id = t.external_id
    where m.workspace_id = $1 and m.body is not null
    union all
    select t.*, substr(t.fact_id, length('survey_response:') + 1), true, t.title
    from timeline t where t.kind = 'survey-answered' and t.at >= t.won_at and t.title is not null
  ),
  filled as (
    select handoff_id, min(at) as first_at from timeline where kind = 'brief-section-filled' group by handoff_id
  )
  insert into message_to_read
  select row_number() over (order by m.handoff_id, m.source_id, m.fact_id), m.handoff_id, m.won_at, m.account_id, m.conversation,
    m.source_id, m.fact_id, m.at, m.title, m.stream, m.record_id, m.external_id, m.from_customer
  from messages m left join filled f using (handoff_id)
  where ($2 and m.from_customer)
    or ($3 and not m.from_customer and f.first_at < m.at and position('?' in m.body) > 0)`;

const BODIES = `
  select r.n, r.from_customer as "fromCustomer", m.body
  from message_to_read r join message m using (source_id, external_id)
  where m.workspace_id = $1 and r.fact_id like 'message:%' and r.n >= $2 and r.n < $3 and m.body is not null
  union all
  select n, true, title from message_to_read where fact_id like 'survey_response:%' and n >= $2 and n < $3`;

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
async function readBatch(
  tx: EntityManager,
  reader: RepeatReader,
  { workspaceId, from }: { workspaceId: string; from: number },
): Promise<boolean> {
  const messages = await tx.query<Message[]>(BODIES, [workspaceId, from, from + BATCH]);
  const said = messages.flatMap((message) => read(reader, message));
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

function read(reader: RepeatReader, { n, fromCustomer, body }: Message): Said[] {
  if (!fromCustomer) return reader.asked(body).map(({ section, words }) => ({ n, tier: 'asked again', section, evidence: words }));
  const words = reader.repeated(body);
  return words === null ? [] : [{ n, tier: 'inferred', section: null, evidence: words }];
}
