import { AccountLink, Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { dimensions } from './dimensions.js';
import { chosenFields, mappedFields } from './mapped-fields.js';
import type { SalesforceMapping } from './mapping.js';
import type { Salesforce } from './org.js';
import { moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm */
export function accounts(salesforce: Salesforce): Stream {
  const { mapping } = salesforce.settings;
  return sobjectStream(salesforce, {
    name: 'accounts',
    sobject: 'Account',
    fields: ['Name', 'Website', 'MasterRecordId'],
    mapped: mappedFields(mapping, 'Account'),
    chosen: chosenFields(mapping, 'Account'),
    picklists: mapping.customDimensions,
    toRows: (account) => [
      { table: AccountLink, rows: [link(account, mapping)] },
      { table: Event, rows: momentEvents(account, mapping) },
    ],
  });
}

/** The loser of a merge lies in the recycle bin and names the winner. */
const link = (account: SalesforceRecord, mapping: SalesforceMapping): FactRow => ({
  externalId: account.Id,
  name: text(account, 'Name'),
  domain: domainOf(text(account, 'Website')),
  declaredId: null,
  mergedInto: text(account, 'MasterRecordId'),
  csmExternalId: text(account, mapping.accountCsm),
  dimensions: dimensions(account, {
    mapped: mapping.accountDimensions,
    spoken: mappedFields(mapping, 'Account'),
    custom: mapping.customDimensions,
  }),
  startedAt: moment(account, 'CreatedDate'),
});

/** People write a website as an address, with or without its protocol; null when it is none. */
export function domainOf(website: string | null): string | null {
  const [, host] = /^(?:[a-z]+:\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(website?.trim() ?? '') ?? [];
  const domain =
    host
      ?.toLowerCase()
      .replace(/^www[.]/, '')
      .replace(/[.]$/, '') ?? '';
  return /^[^.]+([.][^.]+)+$/.test(domain) ? domain : null;
}

function momentEvents(account: SalesforceRecord, mapping: SalesforceMapping): FactRow[] {
  return Object.entries(mapping.accountMoments).flatMap(([name, kind]) => {
    const at = moment(account, name);
    return at === null ? [] : [{ externalId: `account:${account.Id}:${kind}`, kind, at, accountExternalId: account.Id }];
  });
}
