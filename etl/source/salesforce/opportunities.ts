import { Deal, Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { dimensions } from './dimensions.js';
import { chosenFields, mappedFields } from './mapped-fields.js';
import type { Salesforce } from './org.js';
import { decimal, flag, moment, type SalesforceRecord, text } from './salesforce-record.js';
import type { SalesforceSettings } from './settings.js';
import { sobjectStream } from './sobject-stream.js';
import { SALES } from './stages.js';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunity.htm */
export function opportunities(salesforce: Salesforce): Stream {
  const { mapping } = salesforce.settings;
  return sobjectStream(salesforce, {
    name: 'opportunities',
    sobject: 'Opportunity',
    fields: ['Name', 'AccountId', 'StageName', 'IsWon', 'Amount', 'CurrencyIsoCode', 'CloseDate', 'OwnerId', 'Type'],
    mapped: mappedFields(mapping, 'Opportunity'),
    chosen: chosenFields(mapping, 'Opportunity'),
    picklists: mapping.customDimensions,
    toRows: (opportunity) => [
      { table: Deal, rows: [deal(opportunity, salesforce.settings)] },
      { table: Event, rows: momentEvents(opportunity, salesforce.settings) },
    ],
  });
}

function deal(opportunity: SalesforceRecord, { mapping, currency }: SalesforceSettings): FactRow {
  return {
    externalId: opportunity.Id,
    accountExternalId: text(opportunity, 'AccountId'),
    name: text(opportunity, 'Name'),
    pipeline: SALES,
    stage: text(opportunity, 'StageName'),
    won: mapping.wonStages === null ? flag(opportunity, 'IsWon') : null,
    kind: mapping.dealKinds[text(opportunity, 'Type') ?? ''] ?? null,
    amount: decimal(opportunity, 'Amount'),
    arr: decimal(opportunity, mapping.arr),
    currency: text(opportunity, 'CurrencyIsoCode') ?? currency,
    ownerExternalId: text(opportunity, 'OwnerId'),
    csmExternalId: text(opportunity, mapping.csmOwner),
    implementationOwnerExternalId: text(opportunity, mapping.implementationOwner),
    startedAt: moment(opportunity, 'CreatedDate'),
    closedAt: moment(opportunity, 'CloseDate'),
    mergedInto: null,
    dimensions: dimensions(opportunity, {
      mapped: mapping.dealDimensions,
      spoken: mappedFields(mapping, 'Opportunity'),
      custom: mapping.customDimensions,
    }),
  };
}

function momentEvents(opportunity: SalesforceRecord, { mapping }: SalesforceSettings): FactRow[] {
  return Object.entries(mapping.dealMoments).flatMap(([name, kind]) => {
    const at = moment(opportunity, name);
    if (at === null) return [];
    const accountExternalId = text(opportunity, 'AccountId');
    return [{ externalId: `opportunity:${opportunity.Id}:${kind}`, kind, at, accountExternalId, dealExternalId: opportunity.Id }];
  });
}
