import { parsed } from '../parsed.js';
import type { Rows, Stream } from '../source.js';
import { SourceError } from '../source-error.js';
import { askedFields, type WantedFields } from './asked-fields.js';
import { describe } from './describe.js';
import type { Salesforce } from './org.js';
import { passes } from './pass.js';
import { count } from './query.js';
import type { Reading } from './reading.js';
import { changedAt, flag, type SalesforceRecord, text, wireRecord } from './salesforce-record.js';
import type { SalesforceSettings } from './settings.js';

/** One kind of record: what to ask for, and what it becomes. */
export interface SobjectStream
  extends Pick<WantedFields, 'sobject' | 'fields'>,
    Partial<Pick<WantedFields, 'mapped' | 'chosen' | 'picklists'>> {
  /** After 'salesforce.'. */
  name: string;
  /** False for what Salesforce only adds to, and forgets after some years: that is no deletion. */
  deletions?: boolean;
  /** Why an org may be without it. Absent: without it nothing can be measured. */
  optional?: string;
  /** Field with the id of the record on whose page a person finds it, where it has none of its own. */
  shownAt?: { sobject: string; field: string };
  toRows(record: SalesforceRecord): Rows[];
}

export function sobjectStream(salesforce: Salesforce, declared: SobjectStream): Stream {
  const { deletions = true } = declared;
  let leftOut: string | null = null;
  let latest: Reading | null = null;
  const reading = async (signal: AbortSignal): Promise<Reading | null> => {
    latest = await prepared(salesforce, declared, signal);
    leftOut = latest === null ? (declared.optional ?? null) : null;
    return latest;
  };
  const pass = passes(reading);
  const { sweepHours, rereadHours } = salesforce.settings;
  const sweep = { hours: sweepHours, ids: pass.ids };
  const reread = { hours: rereadHours, pages: pass.calculated };
  return {
    name: `salesforce.${declared.name}`,
    pages: pass.pages,
    idOf: (payload) => wireRecord.pick({ Id: true }).safeParse(payload).data?.Id ?? null,
    leftOut: () => leftOut,
    // An object that is not there any more names nothing, which does not mean that all of it was deleted.
    get sweep() {
      return deletions && leftOut === null ? sweep : undefined;
    },
    get reread() {
      return leftOut === null ? reread : undefined;
    },
    standing: async (signal) => (leftOut === null ? standing(latest ?? (await reading(signal)), signal) : null),
    read(payload) {
      const record = parsed(wireRecord, payload);
      return {
        externalId: record.Id,
        changedAt: changedAt(record),
        deletedAt: flag(record, 'IsDeleted') ? changedAt(record) : null,
        url: pageOf(salesforce.settings, declared, record),
        rows: declared.toRows(record),
      };
    },
  };
}

async function prepared(salesforce: Salesforce, declared: SobjectStream, signal: AbortSignal): Promise<Reading | null> {
  const { sobject, fields, mapped = [], chosen = [], picklists = false, deletions = true, optional } = declared;
  const described = await describe(salesforce.client, sobject, signal);
  if (described === null && optional === undefined)
    throw new SourceError('scope', `Salesforce: our user cannot see the object ${sobject}. Give the run-as user read access to it.`);
  if (described === null) return null;
  const asked = askedFields({ sobject, fields, mapped, chosen, picklists }, described);
  return { ...salesforce, sobject, asked: { ...asked, deletable: asked.deletable && deletions }, signal };
}

/** Archived tasks count; what lies in the recycle bin does not. */
async function standing(reading: Reading | null, signal: AbortSignal): Promise<number | null> {
  if (reading === null) return null;
  const { client, sobject, asked } = reading;
  return count(client, { from: sobject, where: asked.names.includes('IsDeleted') ? ['IsDeleted = false'] : [] }, signal);
}

function pageOf({ baseUrl }: SalesforceSettings, { sobject, shownAt }: SobjectStream, record: SalesforceRecord): string | null {
  const id = shownAt === undefined ? record.Id : text(record, shownAt.field);
  return id === null ? null : `${baseUrl.replace(/\/+$/, '')}/lightning/r/${shownAt?.sobject ?? sobject}/${id}/view`;
}
