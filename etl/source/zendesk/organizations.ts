import { z } from 'zod';
import { AccountLink } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { EXPORT_LAG_SECONDS } from './export.js';
import { timeExport } from './time-export.js';
import { idOf, wireId } from './wire-id.js';
import { agentPage, type Zendesk } from './zendesk-stream.js';

/** https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/ */
const wireOrganization = z.object({
  id: wireId,
  name: z.string(),
  external_id: z.string().nullish(),
  domain_names: z.array(z.string()).nullish(),
  organization_fields: z.record(z.string(), z.unknown()).nullish(),
  created_at: wireInstant,
  updated_at: wireInstant,
  deleted_at: wireInstant.nullish(),
});

export function organizations(zendesk: Zendesk): Stream {
  const mapping = zendesk.settings.mapping.organizationDimensions;
  return {
    name: 'zendesk.organizations',
    lagSeconds: EXPORT_LAG_SECONDS,
    pages: (from, signal) => timeExport({ ...zendesk, path: '/api/v2/incremental/organizations.json', key: 'organizations', signal }, from),
    idOf,
    read(payload) {
      const organization = parsed(wireOrganization, payload);
      const row = {
        externalId: organization.id,
        name: organization.name || null,
        domain: domainOf(organization.domain_names?.[0]),
        declaredId: organization.external_id || null,
        dimensions: dimensions(organization.organization_fields ?? {}, mapping),
        startedAt: organization.created_at,
      };
      return {
        externalId: organization.id,
        changedAt: organization.updated_at,
        deletedAt: organization.deleted_at ?? null,
        url: agentPage(zendesk, 'organizations', organization.id),
        rows: [{ table: AccountLink, rows: [row] }],
      };
    },
  };
}

const domainOf = (domain: string | undefined) =>
  domain
    ?.trim()
    .toLowerCase()
    .replace(/^www[.]/, '') || null;

function dimensions(fields: Record<string, unknown>, mapping: Record<string, string>): Record<string, string> {
  const pairs = Object.entries(mapping).map(([dimension, field]) => [dimension, fields[field]]);
  return Object.fromEntries(
    pairs.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => [name, String(value)]),
  );
}
