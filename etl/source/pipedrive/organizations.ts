import { AccountLink, Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { dimensionsOf, momentOf, textOf } from './field-value.js';
import { pipedriveStream } from './pipedrive-stream.js';
import { type Pipedrive, type WireRecord, wireRecord } from './record.js';
import type { PipedriveMapping } from './settings.js';

/** https://developers.pipedrive.com/docs/api/v1/Organizations */
export function organizations(pipedrive: Pipedrive): Stream {
  const { mapping } = pipedrive.settings;
  return pipedriveStream(pipedrive, {
    name: 'organizations',
    path: '/api/v2/organizations',
    wire: wireRecord,
    fields: '/api/v1/organizationFields',
    page: '/organization/',
    toRows: (organization) => [
      { table: AccountLink, rows: [link(organization, mapping)] },
      { table: Event, rows: momentEvents(organization, mapping) },
    ],
  });
}

const link = (organization: WireRecord, mapping: PipedriveMapping): FactRow => ({
  externalId: String(organization.id),
  name: textOf(organization, 'name'),
  domain: domainOf(textOf(organization, mapping.organizationDomain)),
  declaredId: null,
  mergedInto: null,
  dimensions: dimensionsOf(organization, mapping.organizationDimensions),
  startedAt: organization.add_time ?? null,
});

/** People write a domain or a whole address. */
function domainOf(website: string | null): string | null {
  if (website === null) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www[.]/, '') || null : null;
}

function momentEvents(organization: WireRecord, mapping: PipedriveMapping): FactRow[] {
  return Object.entries(mapping.organizationMoments).flatMap(([field, kind]) => {
    const at = momentOf(organization, field);
    return at === null
      ? []
      : [{ externalId: `organization:${organization.id}:${kind}`, kind, at, accountExternalId: String(organization.id) }];
  });
}
