import type { Answer, Request } from '../stand-in/fault.js';
import { invalid } from './error.js';

/** A record as a search sees it. */
export interface Row {
  id: string;
  /** Seconds. */
  created_at: number;
  updated_at: number;
  wire(): unknown;
}

export interface Searched {
  rows: Row[];
  /** 'conversations' or 'data': under which name the answer holds the records. */
  name: string;
  /** 'conversation.list' or 'list'. */
  type: string;
  /** Contacts know days only. */
  byDay: boolean;
  /** Cursors of another generation are refused. */
  generation: number;
}

interface Filter {
  field: 'created_at' | 'updated_at';
  operator: '>' | '<' | '=';
  value: number;
}

interface Asked {
  filters: Filter[];
  order: 'created_at' | 'updated_at';
  ascending: boolean;
  size: number;
  offset: number;
}

/** Counted from the first row of what the search finds now: whatever leaves it shifts all that come later. */
export function search(searched: Searched, request: Request): Answer {
  const asked = askedIn(request.body, searched.generation);
  if (typeof asked === 'string') return invalid(asked);
  const { filters, order, ascending, size, offset } = asked;
  const holds = (row: Row) => filters.every((filter) => matches(row[filter.field], filter, searched.byDay));
  const rows = searched.rows.filter(holds).sort((a, b) => (a[order] - b[order] || Number(a.id) - Number(b.id)) * (ascending ? 1 : -1));
  const page = rows.slice(offset, offset + size);
  const more = offset + size < rows.length;
  const next = { page: Math.floor(offset / size) + 2, starting_after: cursorOf(offset + size, searched.generation) };
  const pages = { type: 'pages', page: Math.floor(offset / size) + 1, per_page: size, total_pages: Math.ceil(rows.length / size) };
  const body = {
    type: searched.type,
    [searched.name]: page.map((row) => row.wire()),
    total_count: rows.length,
    pages: more ? { ...pages, next } : pages,
  };
  return { status: 200, body };
}

/** Seven hours behind UTC, so that a day of the workspace is not a day of ours. */
const dayOf = (second: number): number => Math.floor((second - 7 * 3_600) / 86_400);

function matches(second: number, { operator, value }: Filter, byDay: boolean): boolean {
  const [ours, given] = byDay ? [dayOf(second), dayOf(value)] : [second, value];
  if (operator === '=') return ours === given;
  return operator === '>' ? ours > given : ours < given;
}

const cursorOf = (offset: number, generation: number): string => Buffer.from(JSON.stringify([generation, offset])).toString('base64');

/** What is wrong with the question, or how it is meant. */
function askedIn(body: unknown, generation: number): Asked | string {
  const { query, pagination = {}, sort = {}, ...unknown } = (body ?? {}) as Record<string, Record<string, unknown>>;
  if (Object.keys(unknown).length > 0) return `${Object.keys(unknown)[0]} is not a valid parameter`;
  const filters = filtersIn(query);
  if (typeof filters === 'string') return filters;
  const size = pagination.per_page ?? 20;
  if (!Number.isInteger(size) || Number(size) < 1 || Number(size) > 150) return 'per_page must be between 1 and 150';
  const order = sort.field ?? 'updated_at';
  if (order !== 'created_at' && order !== 'updated_at') return `${String(order)} is not a field to sort by`;
  const offset = offsetIn(pagination.starting_after, generation);
  if (offset === null) return 'starting_after is not a valid cursor';
  return { filters, order, ascending: sort.order === 'ascending', size: Number(size), offset };
}

function offsetIn(cursor: unknown, generation: number): number | null {
  if (cursor === undefined || cursor === null) return 0;
  try {
    const [made, offset] = JSON.parse(Buffer.from(String(cursor), 'base64').toString()) as [unknown, unknown];
    return made === generation && Number.isInteger(offset) ? Number(offset) : null;
  } catch {
    return null;
  }
}

function filtersIn(query: Record<string, unknown> | undefined): Filter[] | string {
  if (query === undefined) return 'query is required';
  const all = query.operator === 'AND' ? query.value : [query];
  if (!Array.isArray(all) || all.length === 0 || all.length > 15) return 'a group holds one to fifteen filters';
  const wrong = all.map(wrongWith).find((message) => message !== null);
  return wrong ?? (all as Filter[]);
}

function wrongWith(filter: Record<string, unknown>): string | null {
  if (filter.field !== 'created_at' && filter.field !== 'updated_at') return `${String(filter.field)} is not a field to search by`;
  if (!['>', '<', '='].includes(String(filter.operator))) return `${String(filter.operator)} is not valid for a date`;
  return Number.isInteger(filter.value) ? null : 'a date is a Unix time in seconds';
}
