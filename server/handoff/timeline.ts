import type { DataSource } from 'typeorm';
import { BRIEF_SECTIONS, type HandoffKind } from '../../etl/warehouse/index.js';
import type { KnownUntil } from './as-of.js';
import { type EvidenceRow, evidenceColumns, evidenceJoins, evidenceShape } from './evidence.js';
import type { TimelineEvent } from './handoff.schema.js';

/** What each kind of event is called. */
export const EVENT_LABELS: { [kind in HandoffKind]: string } = {
  'deal-won': 'Deal won',
  'owner-named': 'Owner named',
  'owner-changed': 'Owner changed',
  'welcome-sent': 'Welcome sent',
  'next-steps-sent': 'Next steps sent',
  'internal-meeting-held': 'Internal handoff meeting held',
  'brief-section-filled': 'Brief section filled',
  'brief-accepted': 'Brief accepted',
  'kickoff-scheduled': 'Kickoff scheduled',
  'kickoff-held': 'Kickoff call held',
  'promise-gap-found': 'Promise found that we cannot keep',
  'promise-conversation-held': 'Promise talked about with the customer',
  'contact-made': 'Contact with the customer',
  'onboarding-task-done': 'Onboarding task done',
  'onboarding-completed': 'Onboarding complete',
  'first-value': 'First value',
  'survey-asked': 'Survey sent',
  'survey-answered': 'Survey answered',
  'information-repeated': 'Customer had to repeat information',
  escalated: 'Escalated',
  'notice-given': 'Notice given',
  churned: 'Customer left',
};

export const SECTION_LABELS: { [section in (typeof BRIEF_SECTIONS)[number]]: string } = {
  'customer-context': 'Customer context',
  'why-they-bought': 'Why they bought',
  'what-we-promised': 'What we promised',
  'political-landscape': 'Political landscape',
  'success-metrics': 'Success metrics',
  'red-flags': 'Red flags',
};

interface Row extends EvidenceRow {
  kind: string;
  at: Date;
  title: string | null;
  detail: string | null;
  evidence: string | null;
}

/** What happened to a handoff by the as-of moment, oldest first, each with its record. */
export async function timeline(
  db: DataSource,
  workspaceId: string,
  { handoffId, known }: { handoffId: string; known: KnownUntil },
): Promise<TimelineEvent[]> {
  const rows = await db.query<Row[]>(
    `select happened.kind, happened.at, happened.title, happened.detail, happened.evidence, ${evidenceColumns('happened')}
     from handoff_event as happened ${evidenceJoins('happened')}
     where happened.workspace_id = $1 and happened.handoff_id = $2 and happened.at <= $3
     order by happened.at, happened.kind, happened.source_id, happened.fact_id`,
    [workspaceId, handoffId, known.asOf],
  );
  return rows.map((row) => ({
    kind: row.kind,
    label: labelOf(row.kind),
    at: row.at.toISOString(),
    title: row.title,
    detail: row.kind === 'brief-section-filled' ? sectionLabel(row.detail) : row.detail,
    evidence: row.evidence,
    counted: !known.observedUntil || row.at <= known.observedUntil,
    record: evidenceShape(row),
  }));
}

/** A kind's label; a kind we do not know yet is shown as it is. */
export function labelOf(kind: string): string {
  return Object.hasOwn(EVENT_LABELS, kind) ? EVENT_LABELS[kind as HandoffKind] : kind;
}

function sectionLabel(section: string | null): string | null {
  const known = BRIEF_SECTIONS.find((one) => one === section);
  return known ? SECTION_LABELS[known] : section;
}
