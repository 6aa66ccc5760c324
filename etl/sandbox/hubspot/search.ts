import type { Kept } from '../company/company.js';
import type { Answer, Request } from '../stand-in/fault.js';
import { invalid, refusal } from './error.js';
import { fieldsOf, type Objects, strings } from './objects.js';
import { type ObjectType, propertyValue } from './property.js';

/** HubSpot shows no more of one search than this, whatever the paging says. */
const SEARCH_CAP = 10_000;

interface Filter {
  propertyName: string;
  operator: string;
  value: string;
  highValue: string;
  values: string[];
}

interface Query {
  groups: Filter[][];
  sortBy: string;
  descending: boolean;
}

type Test = (held: string | null, filter: Filter) => boolean;

const TESTS: Record<string, Test> = {
  EQ: (held, { value }) => held !== null && compare(held, value) === 0,
  NEQ: (held, { value }) => held === null || compare(held, value) !== 0,
  LT: (held, { value }) => held !== null && compare(held, value) < 0,
  LTE: (held, { value }) => held !== null && compare(held, value) <= 0,
  GT: (held, { value }) => held !== null && compare(held, value) > 0,
  GTE: (held, { value }) => held !== null && compare(held, value) >= 0,
  BETWEEN: (held, { value, highValue }) => held !== null && compare(held, value) >= 0 && compare(held, highValue) <= 0,
  IN: (held, { values }) => held !== null && values.some((value) => compare(held, value) === 0),
  NOT_IN: (held, { values }) => held === null || values.every((value) => compare(held, value) !== 0),
  HAS_PROPERTY: (held) => held !== null,
  NOT_HAS_PROPERTY: (held) => held === null,
};

/** Answers searches over one kind of object; the last matches are kept while only the page changes. */
export class Search<T extends Kept> {
  private last = { key: '', matches: [] as T[] };

  constructor(
    private readonly objects: Objects<T>,
    /** Changes after this moment are not in the index yet. */
    private readonly indexedUntil: () => number,
    private readonly revision: () => number,
  ) {}

  answer(request: Request): Answer {
    const body = fieldsOf(request.body);
    const limit = Number(body.limit ?? 10);
    const after = Number(body.after ?? 0);
    if (!Number.isInteger(limit) || limit < 1 || limit > 200) return invalid('The limit must be between 1 and 200');
    if (!Number.isInteger(after) || after < 0) return invalid(`Invalid cursor "after": ${String(body.after)}`);
    if (after + limit > SEARCH_CAP) return invalid(`Paging through search results beyond ${SEARCH_CAP} is not supported`);
    const query = queryOf(body);
    if (typeof query === 'string') return invalid(query);
    if (asksForTheYear1970(query)) return refusal(500, 'INTERNAL_ERROR', 'internal error');
    const matches = this.matches(query);
    const results = matches.slice(after, after + limit).map((found) => this.objects.wire(found, strings(body.properties)));
    const next = after + limit < matches.length ? { paging: { next: { after: String(after + limit) } } } : {};
    return { status: 200, body: { total: matches.length, results, ...next } };
  }

  private matches(query: Query): T[] {
    const until = this.indexedUntil();
    const key = JSON.stringify([this.revision(), until, query]);
    if (key === this.last.key) return this.last.matches;
    const { type, shelf } = this.objects;
    const standing = shelf.all().filter((kept) => kept.archivedAt === null && kept.changedAt <= until);
    const matches = standing.filter((kept) => query.groups.some((group) => group.every((filter) => holds(type, kept, filter))));
    const keyed = matches.map((kept) => ({ kept, by: type.read[query.sortBy]?.(kept) ?? '' }));
    keyed.sort((a, b) => (query.descending ? compare(b.by, a.by) : compare(a.by, b.by)) || Number(a.kept.id) - Number(b.kept.id));
    this.last = { key, matches: keyed.map(({ kept }) => kept) };
    return this.last.matches;
  }
}

function holds<T extends Kept>(type: ObjectType<T>, kept: T, filter: Filter): boolean {
  const held = propertyValue(type, kept, filter.propertyName);
  return TESTS[filter.operator]?.(held === '' ? null : held, filter) ?? false;
}

/** The query, or the reason why it is none. */
function queryOf(body: Record<string, unknown>): Query | string {
  const groups = Array.isArray(body.filterGroups) ? body.filterGroups.map((group) => fieldsOf(group).filters) : [];
  const sorts = Array.isArray(body.sorts) ? body.sorts : [];
  if (groups.length > 5) return 'Too many filter groups: at most 5 are supported';
  if (sorts.length > 1) return 'Too many sorts: only 1 is supported';
  const read = groups.map((filters) => (Array.isArray(filters) ? filters : []).map(filterOf));
  if (read.some((filters) => filters.length > 6)) return 'Too many filters: at most 6 per group are supported';
  const unknown = read.flat().find((filter) => !(filter.operator in TESTS));
  if (unknown !== undefined) return `Invalid input JSON: "${unknown.operator}" is not an operator`;
  const sort: unknown = sorts[0] ?? 'hs_object_id';
  const sortBy = typeof sort === 'string' ? sort.replace(/^-/, '') : String(fieldsOf(sort).propertyName);
  const descending = typeof sort === 'string' ? sort.startsWith('-') : fieldsOf(sort).direction === 'DESCENDING';
  return { groups: read.length === 0 ? [[]] : read, sortBy, descending };
}

function filterOf(given: unknown): Filter {
  const { propertyName, operator, value, highValue, values } = fieldsOf(given);
  return {
    propertyName: String(propertyName),
    operator: String(operator),
    value: String(value ?? ''),
    highValue: String(highValue ?? ''),
    values: strings(values),
  };
}

/** HubSpot breaks on a time filter at the epoch instead of refusing it. */
function asksForTheYear1970({ groups }: Query): boolean {
  return groups
    .flat()
    .some((filter) => /^(hs_)?lastmodifieddate$/.test(filter.propertyName) && [0, '0', '1970-01-01T00:00:00.000Z'].includes(filter.value));
}

/** Times may be asked for in ISO or in milliseconds, numbers as numbers, and the rest as text. */
function compare(a: string, b: string): number {
  const [x, y] = [measured(a), measured(b)];
  if (x !== null && y !== null) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

function measured(text: string): number | null {
  if (/^-?\d+([.]\d+)?$/.test(text)) return Number(text);
  return /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : null;
}
