import { AccountLink, Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import type { CrmObject } from './crm-object.js';
import { crmStream } from './crm-stream.js';
import { dimensions, mergedIds, moment, text } from './property.js';
import type { Hubspot } from './reading.js';
import type { HubspotMapping } from './settings.js';

export function companies(hubspot: Hubspot): Stream {
  const { mapping } = hubspot.settings;
  const mapped = [...Object.values(mapping.companyDimensions), ...Object.keys(mapping.companyMoments)];
  return crmStream(hubspot, {
    type: 'companies',
    typeId: '0-2',
    properties: ['name', 'domain', 'createdate', 'hs_merged_object_ids', 'hs_lastmodifieddate', ...mapped],
    history: [],
    associated: [],
    toRows: (company) => [
      { table: AccountLink, rows: [link(company, mapping), ...mergedIds(company).map((externalId) => alias(externalId, company))] },
      { table: Event, rows: momentEvents(company, mapping) },
    ],
  });
}

const link = (company: CrmObject, mapping: HubspotMapping): FactRow => ({
  externalId: company.id,
  name: text(company, 'name'),
  domain: domainOf(text(company, 'domain')),
  declaredId: null,
  mergedInto: null,
  dimensions: dimensions(company, mapping.companyDimensions),
  startedAt: moment(company, 'createdate') ?? company.createdAt,
});

/** The loser of a merge is found nowhere any more; what still points at it must lead to the winner. */
const alias = (externalId: string, winner: CrmObject): FactRow => ({ externalId, name: text(winner, 'name'), mergedInto: winner.id });

const domainOf = (domain: string | null) =>
  domain
    ?.trim()
    .toLowerCase()
    .replace(/^www[.]/, '') || null;

function momentEvents(company: CrmObject, mapping: HubspotMapping): FactRow[] {
  return Object.entries(mapping.companyMoments).flatMap(([name, kind]) => {
    const at = moment(company, name);
    return at === null ? [] : [{ externalId: `company:${company.id}:${kind}`, kind, at, accountExternalId: company.id }];
  });
}
