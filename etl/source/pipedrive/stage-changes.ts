import type { FactRow } from '../source.js';
import type { Change } from './changelog.js';
import { LOST, WON } from './pipelines.js';
import type { WireDeal } from './wire-deal.js';

interface Standing {
  status: string;
  stage: string;
}

/**
 * Where the deal stood from when on. Pipedrive tells changes of stage and of status, each with the value before it; what it
 * began with is the value before the first change. Empty for a deal without a told change of status that is closed all the
 * same: then its close date is all there is.
 */
export function stageChanges(deal: WireDeal): FactRow[] {
  const changes = deal.changes
    .filter(({ field_key: key }) => key === 'status' || key === 'stage_id')
    .sort((a, b) => a.time.getTime() - b.time.getTime());
  const closed = deal.status === 'won' || deal.status === 'lost';
  if (changes.length === 0 || (closed && !changes.some(({ field_key: key }) => key === 'status'))) return [];
  const at: Standing = { status: before(changes, 'status') ?? 'open', stage: before(changes, 'stage_id') ?? String(deal.stage_id) };
  const rows = deal.add_time ? [entry(deal, at, deal.add_time)] : [];
  for (const { field_key: key, new_value: value, time } of changes) {
    const last = placeOf(at);
    if (key === 'status') at.status = String(value);
    else at.stage = String(value);
    if (placeOf(at) !== last) rows.push(entry(deal, at, time));
  }
  return [...new Map(rows.map((row) => [row.externalId, row])).values()];
}

/** A lost or won deal keeps the stage in which it was. */
const placeOf = ({ status, stage }: Standing) => (status === 'won' ? WON : status === 'lost' ? LOST : stage);

const before = (changes: Change[], key: string): string | null => {
  const first = changes.find((change) => change.field_key === key);
  return first?.old_value == null ? null : String(first.old_value);
};

const entry = (deal: WireDeal, at: Standing, enteredAt: Date): FactRow => ({
  externalId: `${deal.id}:${enteredAt.getTime()}:${placeOf(at)}`,
  dealExternalId: String(deal.id),
  stage: placeOf(at),
  enteredAt,
  won: at.status === 'won',
});
