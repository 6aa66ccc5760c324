import type { DataSource } from 'typeorm';
import { episodeKey } from '../../etl/handoff/repeat/episode-key.js';
import { type EvidenceRow, evidenceColumns, evidenceJoins } from '../handoff/evidence.js';
import type { Question } from '../kpi/question.js';

/** A conversation of which a person, or the customer in a survey, said that something had to be repeated. */
export interface ReportedConversation extends EvidenceRow {
  handoffId: string;
  ticketId: string;
  at: Date;
  title: string | null;
}

const REPORTED = `
  with reported as (
    select e.*, ${episodeKey('e')} as episode from handoff_event e
     where e.workspace_id = $1 and e.handoff_id = any($2) and e.kind = 'information-repeated' and e.detail = 'reported' and e.at <= $3
  )
  select r.handoff_id as "handoffId", substr(r.episode, length('ticket:') + 1) as "ticketId", r.at, r.title, ${evidenceColumns('r')}
    from reported r ${evidenceJoins('r')}
   where r.episode like 'ticket:%'
   order by r.at desc, r.source_id, r.fact_id`;

/** Those of some handoffs, the latest first. */
export function reportedConversations(
  db: DataSource,
  { workspace, asOf }: Question,
  handoffIds: readonly string[],
): Promise<ReportedConversation[]> {
  return db.query(REPORTED, [workspace.id, handoffIds, asOf]);
}
