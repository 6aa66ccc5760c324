import type { z } from 'zod';
import type { Query } from '../http.js';
import { parsed } from '../parsed.js';
import type { Rows, Stream } from '../source.js';
import { changedPages } from './changed-pages.js';
import { cursorPages } from './cursor-pages.js';
import { namedFields, type OwnFields, ownFields } from './own-fields.js';
import { idOf, type Pipedrive, type wireRecord } from './record.js';

export interface Declared<Wire extends typeof wireRecord> {
  /** '/organizations' */
  path: string;
  name: string;
  wire: Wire;
  /** Where the list keeps its records: the second list of deals is that of archived ones. */
  lists?: { path: string; query?: Query }[];
  query?: Query;
  /** Where the names of own fields are told; null where there are none. */
  fields: string | null;
  /** Puts what must be asked for by record into the payloads. */
  joined?(records: unknown[], fields: OwnFields, signal: AbortSignal): Promise<unknown[]>;
  /** In the browser: '/organization/'. */
  page: string;
  toRows(record: z.output<Wire>): Rows[];
}

/** What changed since, oldest change first; what was deleted is found by a search for all that stands. */
export function pipedriveStream<Wire extends typeof wireRecord>(pipedrive: Pipedrive, declared: Declared<Wire>): Stream {
  const { client, settings } = pipedrive;
  const lists = declared.lists ?? [{ path: declared.path }];
  return {
    name: `pipedrive.${declared.name}`,
    async *pages(from, signal) {
      const fields: OwnFields = declared.fields === null ? new Map() : await ownFields(client, declared.fields, signal);
      for await (const page of changedPages({ pipedrive, lists, query: declared.query ?? {} }, from, signal)) {
        const named = page.records.map((record) => withNames(record, fields));
        yield { ...page, records: (await declared.joined?.(named, fields, signal)) ?? named };
      }
    },
    idOf,
    sweep: {
      hours: settings.sweepHours,
      async *ids(signal) {
        for (const { path, query } of lists.filter((list) => list.query?.status !== 'deleted')) {
          const asked = { ...query, sort_by: 'id', sort_direction: 'asc', limit: settings.pageSize };
          for await (const records of cursorPages(client, { path, query: asked, signal }))
            yield records.flatMap((record) => idOf(record) ?? []);
        }
      },
    },
    read(payload) {
      const record = parsed(declared.wire, payload) as z.output<Wire>;
      const { id, update_time, add_time, is_deleted } = record;
      const changedAt = update_time ?? add_time ?? null;
      if (is_deleted && changedAt === null) throw new Error('update_time: is missing of a deleted record');
      return {
        externalId: String(id),
        changedAt,
        deletedAt: is_deleted ? changedAt : null,
        url: settings.companyUrl === null ? null : `${settings.companyUrl.replace(/\/+$/, '')}${declared.page}${id}`,
        rows: declared.toRows(record),
      };
    },
  };
}

const withNames = (payload: unknown, fields: OwnFields): unknown =>
  typeof payload === 'object' && payload !== null ? { ...payload, named_fields: namedFields(payload, fields) } : payload;
