import { Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import type { SalesforceMapping } from './mapping.js';
import type { Salesforce } from './org.js';
import { idOfKind, moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunityfieldhistory.htm */
export function opportunityFieldHistory(salesforce: Salesforce): Stream {
  const { mapping } = salesforce.settings;
  return sobjectStream(salesforce, {
    name: 'opportunity-field-history',
    sobject: 'OpportunityFieldHistory',
    fields: ['OpportunityId', 'Field', 'OldValue', 'NewValue', 'CreatedById'],
    deletions: false,
    optional: 'Field history of opportunities is not tracked, or our user may not read it: when a CS owner was named stays unknown.',
    shownAt: { sobject: 'Opportunity', field: 'OpportunityId' },
    toRows: (history) => [{ table: Event, rows: [...ownerNamed(history, mapping), ...sectionFilled(history, mapping)] }],
  });
}

/** A change of a lookup comes as two rows, one with names and one with ids: the ids count. One owner after another is a change. */
function ownerNamed(history: SalesforceRecord, { csmOwner }: SalesforceMapping): FactRow[] {
  const owner = idOfKind(text(history, 'NewValue'), '005');
  if (!csmOwner || text(history, 'Field') !== csmOwner || owner === null) return [];
  return [event(history, { kind: text(history, 'OldValue') === null ? 'owner-named' : 'owner-changed', detail: owner })];
}

/** Of a long text only the moment is tracked and no value: that somebody wrote there counts. */
function sectionFilled(history: SalesforceRecord, { briefSections }: SalesforceMapping): FactRow[] {
  const section = briefSections[text(history, 'Field') ?? ''];
  if (section === undefined) return [];
  const [before, after] = [text(history, 'OldValue')?.trim(), text(history, 'NewValue')?.trim()];
  const emptied = before && !after;
  return emptied ? [] : [event(history, { kind: 'brief-section-filled', detail: section })];
}

function event(history: SalesforceRecord, said: { kind: string; detail: string }): FactRow {
  const at = moment(history, 'CreatedDate');
  if (at === null) throw new Error('CreatedDate: is missing');
  return { externalId: `opportunity-history:${history.Id}`, ...said, at, dealExternalId: text(history, 'OpportunityId'), title: null };
}
