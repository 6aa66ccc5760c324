import { BRIEF_SECTIONS, type Deal, type Owner } from '../company/company.js';
import { opportunityId, userId } from './names.js';
import { briefField, stageLabel } from './render-sales.js';
import { salesforceId } from './salesforce-id.js';
import { second } from './second.js';
import type { Row, Value } from './sobject.js';

const ADMIN = '005000000000001AAA';
const HOUR = 3_600_000;
const MOST_OF_A_DEAL = 1_000;

/** Every stage it was in, and now and then a row for another amount, which names the same stage again. */
export function stageHistory(deal: Deal): Row[] {
  const [first, next] = deal.stages;
  const again = first && next && first.at + HOUR < next.at ? [{ at: first.at + HOUR, value: first.value }] : [];
  return [...deal.stages, ...again].map(({ at, value }, index) => ({
    ...base(deal, '008', { at, index }),
    SystemModstamp: second(at),
    StageName: stageLabel(value),
    Amount: deal.amount,
    Probability: null,
    CloseDate: null,
  }));
}

/** A lookup is told twice, by name and by id; of a long text only that it changed. */
export function fieldHistory(deal: Deal, owners: Map<string, Owner>): Row[] {
  const told: [field: string, at: number, before: Value, after: Value][] = [['created', deal.createdAt, null, null]];
  for (const [index, { at, value }] of deal.csm.entries()) {
    const before = deal.csm[index - 1]?.value ?? null;
    told.push(['CSM__c', at, nameOf(owners, before), nameOf(owners, value)]);
    told.push(['CSM__c', at, before === null ? null : userId(before), value === null ? null : userId(value)]);
  }
  for (const section of BRIEF_SECTIONS) {
    for (const { at } of deal.brief[section] ?? []) told.push([briefField(section), at, null, null]);
  }
  return told.map(([Field, at, OldValue, NewValue], index) => ({ ...base(deal, '017', { at, index }), Field, OldValue, NewValue }));
}

const nameOf = (owners: Map<string, Owner>, id: string | null): string | null => {
  const owner = id === null ? undefined : owners.get(id);
  return owner === undefined ? id : `${owner.firstName} ${owner.lastName}`;
};

const base = (deal: Deal, prefix: string, { at, index }: { at: number; index: number }) => ({
  Id: salesforceId(prefix, Number(deal.id) * MOST_OF_A_DEAL + index),
  IsDeleted: deal.archivedAt !== null,
  CreatedDate: second(at),
  CreatedById: ADMIN,
  OpportunityId: opportunityId(deal.id),
});
