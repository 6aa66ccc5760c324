import { Deal, DealStageChange, Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { associated, type CrmObject, historyOf } from './crm-object.js';
import { crmStream } from './crm-stream.js';
import { mainProduct, recurringOf, withLineItems } from './line-items.js';
import { decimal, dimensions, mergedIds, moment, text } from './property.js';
import type { Hubspot } from './reading.js';
import type { HubspotMapping } from './settings.js';

const PLAIN = [
  'dealname',
  'amount',
  'deal_currency_code',
  'pipeline',
  'dealstage',
  'closedate',
  'createdate',
  'hubspot_owner_id',
  'dealtype',
  'hs_merged_object_ids',
  'hs_lastmodifieddate',
];

export function deals(hubspot: Hubspot): Stream {
  const { mapping } = hubspot.settings;
  const mapped = [mapping.arr, mapping.csmOwner, mapping.implementationOwner, ...Object.values(mapping.dealDimensions)];
  const briefs = Object.keys(mapping.briefSections);
  return crmStream(hubspot, {
    type: 'deals',
    typeId: '0-3',
    properties: [...PLAIN, ...mapped, ...Object.keys(mapping.dealMoments), ...briefs],
    history: ['dealstage', mapping.csmOwner, ...briefs],
    associated: ['companies'],
    joined: withLineItems,
    toRows: (deal) => [
      { table: Deal, rows: [dealRow(deal, mapping), ...mergedIds(deal).map((externalId) => ({ externalId, mergedInto: deal.id }))] },
      { table: DealStageChange, rows: stageChanges(deal) },
      { table: Event, rows: [...momentEvents(deal, mapping), ...briefEvents(deal, mapping), ...ownerNamed(deal, mapping)] },
    ],
  });
}

function dealRow(deal: CrmObject, mapping: HubspotMapping): FactRow {
  return {
    externalId: deal.id,
    accountExternalId: associated(deal, 'companies'),
    name: text(deal, 'dealname'),
    pipeline: text(deal, 'pipeline'),
    stage: text(deal, 'dealstage'),
    won: null,
    kind: mapping.dealKinds[text(deal, 'dealtype') ?? ''] ?? null,
    amount: decimal(deal, 'amount'),
    arr: decimal(deal, mapping.arr) ?? recurringOf(deal),
    currency: text(deal, 'deal_currency_code'),
    ownerExternalId: text(deal, 'hubspot_owner_id'),
    csmExternalId: text(deal, mapping.csmOwner),
    implementationOwnerExternalId: text(deal, mapping.implementationOwner),
    startedAt: moment(deal, 'createdate') ?? deal.createdAt,
    closedAt: moment(deal, 'closedate'),
    mergedInto: null,
    dimensions: { ...product(deal), ...dimensions(deal, mapping.dealDimensions) },
  };
}

/** Where the deal itself names no product, its greatest line item does. */
function product(deal: CrmObject): Record<string, string> {
  const name = mainProduct(deal);
  return name === null ? {} : { product: name };
}

function stageChanges(deal: CrmObject): FactRow[] {
  return historyOf(deal, 'dealstage').flatMap(({ value, timestamp }) =>
    value === null
      ? []
      : [
          {
            externalId: `${deal.id}:${timestamp.getTime()}:${value}`,
            dealExternalId: deal.id,
            stage: value,
            enteredAt: timestamp,
            won: null,
          },
        ],
  );
}

function momentEvents(deal: CrmObject, mapping: HubspotMapping): FactRow[] {
  return Object.entries(mapping.dealMoments).flatMap(([name, kind]) => {
    const at = moment(deal, name);
    return at === null ? [] : [event(deal, { externalId: `deal:${deal.id}:${kind}`, kind, at, title: null, detail: null })];
  });
}

/** A section counts from the first moment it was not empty. */
function briefEvents(deal: CrmObject, mapping: HubspotMapping): FactRow[] {
  return Object.entries(mapping.briefSections).flatMap(([name, section]) => {
    const filled = historyOf(deal, name).find(({ value }) => value?.trim());
    if (!filled) return [];
    const externalId = `deal:${deal.id}:brief:${section}`;
    return [event(deal, { externalId, kind: 'brief-section-filled', at: filled.timestamp, title: null, detail: section })];
  });
}

/** The first CS owner, who may be named before the deal is won; those who follow are a change each. */
function ownerNamed(deal: CrmObject, mapping: HubspotMapping): FactRow[] {
  const named = historyOf(deal, mapping.csmOwner).filter(({ value }) => value !== null);
  const changes = named.filter(({ value }, i) => value !== named[i - 1]?.value);
  return changes.map(({ value, timestamp }, i) => {
    const [kind, externalId] = i === 0 ? ['owner-named', 'owner-named'] : ['owner-changed', `owner-changed:${timestamp.getTime()}`];
    return event(deal, { externalId: `deal:${deal.id}:${externalId}`, kind, at: timestamp, title: null, detail: value });
  });
}

interface EventOfDeal {
  externalId: string;
  kind: string;
  at: Date;
  title: string | null;
  detail: string | null;
}

const event = (deal: CrmObject, { externalId, ...rest }: EventOfDeal): FactRow => ({
  externalId,
  ...rest,
  accountExternalId: associated(deal, 'companies'),
  dealExternalId: deal.id,
});
