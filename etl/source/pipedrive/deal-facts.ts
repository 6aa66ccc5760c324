import type { FactRow } from '../source.js';
import type { Change } from './changelog.js';
import { dimensionsOf, momentOf, reference, textOf } from './field-value.js';
import { LOST, WON } from './pipelines.js';
import type { PipedriveMapping } from './settings.js';
import type { WireDeal } from './wire-deal.js';

export function dealRow(deal: WireDeal, mapping: PipedriveMapping): FactRow {
  const kind = mapping.dealKind === null ? null : textOf(deal, mapping.dealKind);
  return {
    externalId: String(deal.id),
    accountExternalId: reference(deal.org_id),
    name: deal.title?.trim() || null,
    pipeline: String(deal.pipeline_id),
    stage: deal.status === 'won' ? WON : deal.status === 'lost' ? LOST : String(deal.stage_id),
    won: null,
    kind: mapping.pipelineKinds[String(deal.pipeline_id)] ?? mapping.dealKinds[kind ?? ''] ?? null,
    amount: decimal(deal.value),
    arr: decimal(deal.arr),
    currency: deal.currency ?? null,
    ownerExternalId: reference(deal.owner_id),
    csmExternalId: textOf(deal, mapping.csmOwner),
    implementationOwnerExternalId: textOf(deal, mapping.implementationOwner),
    startedAt: deal.add_time ?? null,
    closedAt: deal.won_time ?? deal.close_time ?? deal.lost_time ?? null,
    mergedInto: null,
    dimensions: dimensionsOf(deal, mapping.dealDimensions),
  };
}

/** A double, as the API gives it, without the noise of its last digits. */
const decimal = (value: number | null | undefined): string | null => (value == null ? null : String(Number(value.toPrecision(15))));

export function momentEvents(deal: WireDeal, mapping: PipedriveMapping): FactRow[] {
  return Object.entries(mapping.dealMoments).flatMap(([field, kind]) => {
    const at = momentOf(deal, field);
    return at === null ? [] : [event(deal, { of: kind, kind, at, detail: null })];
  });
}

/** A section counts from the first moment it was not empty; from the making of the deal where no change is told. */
export function briefEvents(deal: WireDeal, mapping: PipedriveMapping): FactRow[] {
  return Object.entries(mapping.briefSections).flatMap(([field, section]) => {
    const at = firstFilledAt(deal, field);
    return at === null ? [] : [event(deal, { of: `brief:${section}`, kind: 'brief-section-filled', at, detail: section })];
  });
}

/** The first CS owner, who may be named before the deal is won; those who follow are a change each. */
export function ownerNamed(deal: WireDeal, mapping: PipedriveMapping): FactRow[] {
  const at = firstFilledAt(deal, mapping.csmOwner);
  if (at === null) return [];
  const first = firstValue(deal, mapping.csmOwner);
  const told = changesOf(deal, mapping.csmOwner).flatMap(({ time, new_value }) =>
    isSet(new_value) ? [{ at: time, owner: String(new_value) }] : [],
  );
  const changes = told.filter(({ owner }, i) => owner !== (told[i - 1]?.owner ?? first));
  return [
    event(deal, { of: 'owner-named', kind: 'owner-named', at, detail: first }),
    ...changes.map(({ at, owner }) => event(deal, { of: `owner-changed:${at.getTime()}`, kind: 'owner-changed', at, detail: owner })),
  ];
}

const changesOf = (deal: WireDeal, field: string): Change[] =>
  deal.changes
    .filter((change) => (change.field ?? change.field_key) === field || change.field_key === field)
    .sort((a, b) => a.time.getTime() - b.time.getTime());

const isSet = (value: unknown) => value !== null && value !== undefined && String(value).trim() !== '';

function firstFilledAt(deal: WireDeal, field: string): Date | null {
  const changes = changesOf(deal, field);
  const [first] = changes;
  const fromTheStart = first === undefined ? deal.changes.length > 0 && textOf(deal, field) !== null : isSet(first.old_value);
  if (fromTheStart) return deal.add_time ?? null;
  return changes.find((change) => isSet(change.new_value))?.time ?? null;
}

function firstValue(deal: WireDeal, field: string): string | null {
  const changes = changesOf(deal, field);
  const [first] = changes;
  if (first === undefined) return textOf(deal, field);
  return String(isSet(first.old_value) ? first.old_value : changes.find((change) => isSet(change.new_value))?.new_value);
}

interface Happening {
  of: string;
  kind: string;
  at: Date;
  detail: string | null;
}

const event = (deal: WireDeal, { of, kind, at, detail }: Happening): FactRow => ({
  externalId: `deal:${deal.id}:${of}`,
  kind,
  at,
  title: null,
  detail,
  accountExternalId: reference(deal.org_id),
  dealExternalId: String(deal.id),
});
