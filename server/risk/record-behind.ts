import type { DataSource } from 'typeorm';
import { CLOCKS } from '../handoff/clock.js';
import { toSeconds } from '../handoff/column.js';
import { type EvidenceRow, evidenceColumns, evidenceJoins, evidenceShape } from '../handoff/evidence.js';
import { labelOf } from '../handoff/timeline.js';
import type { Reason } from './reason.js';
import type { RiskReason } from './risk.schema.js';

/** An event that a reason can point to. */
export interface KnownEvent extends EvidenceRow {
  handoffId: string;
  kind: string;
  at: Date;
}

const KINDS = [
  ...new Set([
    ...CLOCKS.flatMap(({ startKinds }) => startKinds),
    'notice-given',
    'escalated',
    'survey-answered',
    'information-repeated',
    'owner-changed',
  ]),
];

/** The events of some handoffs by a moment that are behind what is wrong, oldest first. */
export async function knownEvents(
  db: DataSource,
  workspaceId: string,
  { handoffIds, at }: { handoffIds: readonly string[]; at: Date },
): Promise<Map<string, KnownEvent[]>> {
  const byHandoff = new Map<string, KnownEvent[]>(handoffIds.map((id) => [id, []]));
  if (handoffIds.length === 0) return byHandoff;
  const rows = await db.query<KnownEvent[]>(
    `select happened.handoff_id as "handoffId", happened.kind, happened.at, ${evidenceColumns('happened')}
     from handoff_event as happened ${evidenceJoins('happened')}
     where happened.workspace_id = $1 and happened.handoff_id = any($2) and happened.kind = any($3) and happened.at < $4
     order by happened.at, happened.kind, happened.fact_id`,
    [workspaceId, handoffIds, KINDS, at],
  );
  for (const row of rows) byHandoff.get(row.handoffId)?.push(row);
  return byHandoff;
}

/** The record of what happened; of what is missing, the record since which: the won deal, the last contact, the gap found. */
export function recordBehind({ clock, kinds, at }: Reason, events: readonly KnownEvent[]): Pick<RiskReason, 'record' | 'recordLabel'> {
  const told = events.filter(({ kind }) => (kinds as readonly string[]).includes(kind));
  const second = at ?? (clock?.state.startedAt ? toSeconds(clock.state.startedAt) : null);
  const event = told.findLast((one) => toSeconds(one.at) === second) ?? (at === null ? told[0] : told.at(-1));
  return event ? { record: evidenceShape(event), recordLabel: labelOf(event.kind) } : { record: null, recordLabel: null };
}
