import { z } from 'zod';
import { AccountLink } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Page, Stream } from '../source.js';
import { companyPages } from './company-scroll.js';
import { type Intercom, inboxPage } from './intercom-stream.js';
import { secondOf } from './search.js';
import type { IntercomMapping } from './settings.js';
import { idOf, wireId, wireSeconds } from './wire-value.js';

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/companies/company */
const wireCompany = z.looseObject({
  id: wireId,
  app_id: z.string().nullish(),
  /** Given by whoever made the company: the id in another system. */
  company_id: z.union([z.string(), z.number()]).nullish(),
  name: z.string().nullish(),
  website: z.string().nullish(),
  created_at: wireSeconds.nullish(),
  updated_at: wireSeconds.nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
});

type Company = z.output<typeof wireCompany>;

/** All companies on every pass: there is no list of changes. One that is not named may only have lost its last user, so none is taken for deleted. */
export function companies(intercom: Intercom): Stream {
  const { mapping } = intercom.settings;
  return {
    name: 'intercom.companies',
    pages: (_, signal) => pages(intercom, signal),
    idOf,
    read(payload) {
      const company = parsed(wireCompany, payload);
      const row = {
        externalId: company.id,
        name: company.name || null,
        domain: domainOf(company.website),
        declaredId: declaredIdOf(company, mapping),
        dimensions: dimensionsOf(company, mapping),
        startedAt: company.created_at ?? null,
      };
      return {
        externalId: company.id,
        changedAt: company.updated_at ?? null,
        deletedAt: null,
        url: inboxPage(intercom, company.app_id, `companies/${company.id}`),
        rows: [{ table: AccountLink, rows: [row] }],
      };
    },
  };
}

async function* pages(intercom: Intercom, signal: AbortSignal): AsyncIterable<Page> {
  const scrolled = secondOf(intercom.now());
  for await (const records of companyPages(intercom, signal)) yield { records, position: null };
  yield { records: [], position: { scrolled } };
}

function declaredIdOf(company: Company, { declaredIdAttribute }: IntercomMapping): string | null {
  const declared = declaredIdAttribute === null ? company.company_id : company.custom_attributes?.[declaredIdAttribute];
  return typeof declared === 'number' || typeof declared === 'string' ? String(declared) || null : null;
}

function dimensionsOf(company: Company, { companyDimensions }: IntercomMapping): Record<string, string> {
  const fields: Record<string, unknown> = { ...company, ...company.custom_attributes };
  const pairs = Object.entries(companyDimensions).flatMap(([dimension, field]) => {
    const value = fields[field];
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return plain && value !== '' ? [[dimension, String(value)]] : [];
  });
  return Object.fromEntries(pairs);
}

/** The host of a website, written in any way; null where there is none to be read. */
function domainOf(website: string | null | undefined): string | null {
  const [, host] = /^(?:[a-z]+:\/\/)?(?:www[.])?([a-z0-9-]+(?:[.][a-z0-9-]+)+)/i.exec(website?.trim() ?? '') ?? [];
  return host?.toLowerCase() ?? null;
}
