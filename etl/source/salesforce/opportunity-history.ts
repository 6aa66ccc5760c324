import { DealStageChange } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import type { Salesforce } from './org.js';
import { moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

/**
 * What stages opportunities were in. A row is also added when only the amount or the close date changed: the same stage again, which
 * is no new entry. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunityhistory.htm
 */
export function opportunityHistory(salesforce: Salesforce): Stream {
  return sobjectStream(salesforce, {
    name: 'opportunity-history',
    sobject: 'OpportunityHistory',
    fields: ['OpportunityId', 'StageName', 'CreatedById'],
    deletions: false,
    shownAt: { sobject: 'Opportunity', field: 'OpportunityId' },
    toRows: (history) => [{ table: DealStageChange, rows: stageChange(history) }],
  });
}

function stageChange(history: SalesforceRecord): FactRow[] {
  const stage = text(history, 'StageName');
  const enteredAt = moment(history, 'CreatedDate');
  const dealExternalId = text(history, 'OpportunityId');
  if (dealExternalId === null || enteredAt === null) throw new Error('OpportunityId or CreatedDate is missing');
  return stage === null ? [] : [{ externalId: history.Id, dealExternalId, stage, enteredAt, won: null }];
}
