import type { Answer, Request } from '../stand-in/fault.js';
import { type Kept, seconds } from './book.js';
import { invalid } from './error.js';

/** A list of the second API: https://pipedrive.readme.io/docs/core-api-concepts-pagination */
export interface Listing<Row extends Kept> {
  rows: Row[];
  wire(row: Row): Record<string, unknown>;
  /** Beside those every list knows. */
  parameters: string[];
  /** Cursors carry it: those of an earlier one have expired. */
  generation: number;
  /** True for lists that can be asked for what changed. */
  changes: boolean;
}

const COMMON = ['limit', 'cursor', 'sort_by', 'sort_direction'];
const CHANGES = ['updated_since', 'updated_until'];
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.]\d+)?(Z|[+-]\d\d:\d\d)$/;
const SORTS: Record<string, (row: Kept) => number> = {
  id: ({ id }) => id,
  update_time: ({ changedAt }) => second(changedAt),
  add_time: ({ addedAt }) => second(addedAt),
};

const second = (at: number) => Math.floor(at / 1_000);

interface Mark {
  field: string;
  fieldValue: number;
  sortDirection: string;
  id: number;
  generation: number;
}

export function list<Row extends Kept>({ query }: Request, listing: Listing<Row>): Answer {
  const wrong = refusalOf(query, listing);
  if (wrong !== null) return wrong;
  const mark = query.has('cursor') ? markOf(query.get('cursor') ?? '') : null;
  if (query.has('cursor') && mark?.generation !== listing.generation) return invalid('Invalid cursor');
  const field = query.get('sort_by') ?? 'id';
  const by = SORTS[field] ?? ((row: Kept) => row.id);
  const sign = query.get('sort_direction') === 'desc' ? -1 : 1;
  const order = (a: [number, number], b: [number, number]) => (a[0] - b[0]) * sign || a[1] - b[1];
  const placed = within(query, listing.rows).map((row) => ({ row, place: [by(row), row.id] as [number, number] }));
  const after = placed
    .filter(({ place }) => mark === null || order(place, [mark.fieldValue, mark.id]) >= 0)
    .sort((a, b) => order(a.place, b.place));
  const limit = Number(query.get('limit') ?? 100);
  const next = after[limit];
  const cursor = next && {
    field,
    fieldValue: next.place[0],
    sortDirection: sign === 1 ? 'asc' : 'desc',
    id: next.row.id,
    generation: listing.generation,
  };
  return {
    status: 200,
    body: {
      success: true,
      data: after.slice(0, limit).map(({ row }) => listing.wire(row)),
      additional_data: { next_cursor: cursor ? Buffer.from(JSON.stringify(cursor)).toString('base64url') : null },
    },
  };
}

function refusalOf(query: URLSearchParams, { parameters, changes }: Pick<Listing<Kept>, 'parameters' | 'changes'>): Answer | null {
  const known = [...COMMON, ...(changes ? CHANGES : []), ...parameters];
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) return invalid(`Parameter '${unknown}' is not allowed`);
  const limit = Number(query.get('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) return invalid("Parameter 'limit' must be a number between 1 and 500");
  if (!((query.get('sort_by') ?? 'id') in SORTS)) return invalid("Parameter 'sort_by' is not supported");
  const time = CHANGES.find((name) => query.has(name) && !RFC3339.test(query.get(name) ?? ''));
  return time === undefined ? null : invalid(`Parameter '${time}' must be in RFC3339 format`);
}

/** At or after the one, before the other, by whole seconds. */
function within<Row extends Kept>(query: URLSearchParams, rows: Row[]): Row[] {
  const since = query.has('updated_since') ? second(Date.parse(query.get('updated_since') ?? '')) : Number.NEGATIVE_INFINITY;
  const until = query.has('updated_until') ? second(Date.parse(query.get('updated_until') ?? '')) : Number.POSITIVE_INFINITY;
  return rows.filter(({ changedAt }) => second(changedAt) >= since && second(changedAt) < until);
}

function markOf(cursor: string): Mark | null {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Mark;
  } catch {
    return null;
  }
}

export const times = ({ addedAt, changedAt, deletedAt }: Kept) => ({
  add_time: seconds(addedAt),
  update_time: seconds(changedAt),
  is_deleted: deletedAt !== null,
});
