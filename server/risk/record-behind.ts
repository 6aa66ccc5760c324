import type { DataSource } from 'typeorm';
import { CLOCKS } from '../handoff/clock.js';
import type { ReadClock } from '../handoff/clock-reading.js';
import { type EvidenceRow, evidenceColumns, evidenceJoins, evidenceShape } from '../handoff/evidence.js';
import { labelOf } from '../handoff/timeline.js';
import type { RiskReason } from './risk.schema.js';

/** An event that can have started a clock. */
export interface StartEvent extends EvidenceRow {
  handoffId: string;
  kind: string;
  at: Date;
}

const START_KINDS = [...new Set(CLOCKS.flatMap(({ startKinds }) => startKinds))];

/** The events of some handoffs that started their clocks by a moment, oldest first. */
export async function startEvents(
  db: DataSource,
  workspaceId: string,
  { handoffIds, at }: { handoffIds: readonly string[]; at: Date },
): Promise<Map<string, StartEvent[]>> {
  const rows = await db.query<StartEvent[]>(
    `select happened.handoff_id as "handoffId", happened.kind, happened.at, ${evidenceColumns('happened')}
     from handoff_event as happened ${evidenceJoins('happened')}
     where happened.workspace_id = $1 and happened.handoff_id = any($2) and happened.kind = any($3) and happened.at <= $4
     order by happened.at, happened.kind, happened.fact_id`,
    [workspaceId, handoffIds, START_KINDS, at],
  );
  const byHandoff = new Map<string, StartEvent[]>(handoffIds.map((id) => [id, []]));
  for (const row of rows) byHandoff.get(row.handoffId)?.push(row);
  return byHandoff;
}

/** The record since which a thing has been missing: the won deal, the last contact, the gap found. */
export function recordBehind({ clock, state }: ReadClock, events: readonly StartEvent[]): Pick<RiskReason, 'record' | 'recordLabel'> {
  const starts = events.filter(({ kind }) => (clock.startKinds as readonly string[]).includes(kind));
  const event = starts.find(({ at }) => at.getTime() === state.startedAt?.getTime()) ?? starts[0];
  return event ? { record: evidenceShape(event), recordLabel: labelOf(event.kind) } : { record: null, recordLabel: null };
}
