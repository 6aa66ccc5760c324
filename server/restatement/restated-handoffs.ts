import type { DataSource } from 'typeorm';
import { type EvidenceRow, evidenceColumns, evidenceJoins, evidenceShape } from '../handoff/evidence.js';
import { type Change, changeWords } from './change-words.js';
import type { Found } from './finding.js';
import type { RestatedHandoff } from './restatement.schema.js';

/** Of what kinds of event a column is folded. */
const KINDS: Record<string, string[]> = {
  won_at: ['deal-won'],
  owner_named_at: ['owner-named'],
  welcome_at: ['welcome-sent'],
  next_steps_at: ['next-steps-sent', 'kickoff-scheduled'],
  internal_meeting_at: ['internal-meeting-held'],
  knowledge_transfer_at: ['brief-accepted', 'brief-section-filled'],
  kickoff_at: ['kickoff-held'],
  promise_gap_at: ['promise-gap-found'],
  promise_conversation_at: ['promise-conversation-held'],
  onboarding_completed_at: ['onboarding-completed'],
  first_value_at: ['first-value'],
  notice_at: ['notice-given'],
  churned_at: ['churned'],
  survey_asked_at: ['survey-asked', 'survey-answered'],
  survey_answered_at: ['survey-answered'],
  contact_at: ['contact-made', 'welcome-sent', 'next-steps-sent', 'kickoff-held', 'promise-conversation-held'],
  owner_change_at: ['owner-changed'],
  escalation_at: ['escalated'],
  repeat_at: ['information-repeated'],
  brief_section_at: ['brief-section-filled'],
};

const HANDOFFS = `
  select h.id, h.name, h.account_name as account, h.won_at as "wonAt", r.before, r.after, ${evidenceColumns('deal')}
  from restatement r
    join handoff h on h.workspace_id = r.workspace_id and h.id = r.handoff_id
    left join deal on deal.workspace_id = h.workspace_id and deal.source_id = h.source_id and deal.external_id = h.deal_external_id
    ${evidenceJoins('deal')}
  where r.workspace_id = $1 and r.revision between $2::bigint and $3::bigint and r.handoff_id = any($4)
  order by h.won_at desc, h.id, r.revision`;

const EVENTS = `
  select e.handoff_id as "handoffId", e.kind, e.at, ${evidenceColumns('e')}
  from handoff_event e ${evidenceJoins('e')}
  where e.workspace_id = $1 and e.handoff_id = any($2)`;

type Row = Record<string, unknown>;
type HandoffRow = EvidenceRow & { id: string; name: string; account: string; wonAt: Date; before: Row; after: Row };
type EventRow = EvidenceRow & { handoffId: string; kind: string; at: Date };

/** What a finding changed of some handoffs, the last won first, each with the record that says so. */
export async function restatedHandoffs(
  db: DataSource,
  workspace: { id: string; timeZone: string },
  { found, ids }: { found: Found; ids: readonly string[] },
): Promise<RestatedHandoff[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<HandoffRow[]>(HANDOFFS, [workspace.id, found.first, found.last, ids]);
  const events = await db.query<EventRow[]>(EVENTS, [workspace.id, ids]);
  const shown = [...new Set(rows.map(({ id }) => id))];
  return shown.map((id) => {
    const [told, happened] = [rows.filter((row) => row.id === id), events.filter(({ handoffId }) => handoffId === id)];
    return oneHandoff(told, happened, workspace.timeZone);
  });
}

/** A day may have found something of it more than once: what was told first is held against what was told last. */
function oneHandoff(told: HandoffRow[], events: EventRow[], timeZone: string): RestatedHandoff {
  const [first] = told;
  if (!first) throw new Error('a restated handoff has no restatement');
  const before = Object.assign({}, ...told.map((row) => row.before).reverse());
  const after = Object.assign({}, ...told.map((row) => row.after));
  const deal = first.recordId ? evidenceShape(first) : null;
  const changes = changeWords({ before, after }, timeZone).map((change) => ({
    words: change.words,
    record: recordOf(change, events) ?? deal,
  }));
  return { id: first.id, name: first.name, account: first.account, wonAt: first.wonAt.toISOString(), changes };
}

function recordOf({ column, added }: Change, events: EventRow[]) {
  const kinds = KINDS[column] ?? [];
  const event = events.find(({ kind, at }) => kinds.includes(kind) && added.includes(at.getTime()));
  return event ? evidenceShape(event) : null;
}
