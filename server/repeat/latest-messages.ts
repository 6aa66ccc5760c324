import type { DataSource } from 'typeorm';
import { type EvidenceRow, evidenceColumns, evidenceJoins } from '../handoff/evidence.js';
import { type Question, rangeOf } from '../kpi/question.js';

/** What a customer wrote to us after the deal was won, where all could read it. */
export interface CustomerMessage extends EvidenceRow {
  handoffId: string;
  ticketId: string;
  at: Date;
  body: string;
}

/** Handoffs whose messages are looked for; the latest won first. */
const MOST_HANDOFFS = 2_000;

// The id is made apart, fenced by offset 0: row-level security asks no index for what a function makes of a column.
const MESSAGES = `
  with said as (
    select e.workspace_id, e.source_id, e.stream, e.record_id, e.handoff_id, e.at, m.ticket_external_id, m.body
      from (select *, substr(fact_id, length('message:') + 1) as message_id from handoff_event
             where workspace_id = $1 and handoff_id = any($2) and kind = 'contact-made' and fact_id like 'message:%' offset 0) e
      join handoff h on h.workspace_id = $1 and h.id = e.handoff_id
      join message m on m.workspace_id = $1 and m.source_id = e.source_id and m.external_id = e.message_id
     where e.at >= h.won_at and e.at <= $3 and m.from_customer and m.visible and m.deleted_at is null and m.body is not null
     order by e.at desc, e.source_id, e.fact_id
     limit $4
  )
  select said.handoff_id as "handoffId", said.ticket_external_id as "ticketId", said.at, said.body, ${evidenceColumns('said')}
    from said ${evidenceJoins('said')}
   order by said.at desc, said.source_id, said.record_id`;

/** The latest messages of the customers of the handoffs asked about. */
export function latestMessages(db: DataSource, question: Question, limit: number): Promise<CustomerMessage[]> {
  return db.query(MESSAGES, [question.workspace.id, latestHandoffs(question), question.asOf, limit]);
}

/** Ids of the latest won handoffs asked about. */
export function latestHandoffs(question: Question): string[] {
  const { from, to } = rangeOf(question, question.period);
  const rows = question.rows.slice(Math.max(from, to - MOST_HANDOFFS), to);
  return [...rows].map((row) => question.snapshot.id(row));
}
