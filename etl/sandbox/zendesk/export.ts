import type { Answer, Request } from '../stand-in/fault.js';
import { badCursor, invalidValue, tooRecent } from './error.js';
import type { Timeline } from './timeline.js';

/** No export tells of its last minute. */
const SETTLE_SECONDS = 60;
/** Rows of an export in one page, as Zendesk has it. */
export const MOST_PER_PAGE = 1000;

export interface Exported<T> {
  name: string;
  timeline: Timeline<T>;
  wire(held: T, url: string): unknown;
  /** What else is told of the rows of a page, where it is asked for. */
  beside?(held: T[], request: Request): Record<string, unknown>;
}

export interface Asking {
  request: Request;
  /** Seconds since 1970. */
  now: number;
  /** Of the stand-in, without a slash at the end. */
  url: string;
  /** Rows of a cursor export in one page, however many are asked for. */
  most: number;
  /** Cursors of another generation are refused. */
  generation: number;
}

/** Rows after the cursor, oldest change first. After the end there is no cursor, only null. */
export function cursorExport<T>({ name, timeline, wire, beside }: Exported<T>, { request, now, url, most, generation }: Asking): Answer {
  const place = placeOf(request, now, generation);
  if ('status' in place) return place;
  const size = pageSize(request, most);
  const told = timeline
    .all()
    .slice(timeline.indexOf(place))
    .filter((row) => row.second <= now - SETTLE_SECONDS);
  const page = told.slice(0, size);
  const last = page.at(-1);
  const cursor = last === undefined ? null : Buffer.from(`${last.second}.0||${last.id}|${generation}`).toString('base64');
  const body = {
    [name]: page.map((row) => wire(row.held, url)),
    ...beside?.(
      page.map((row) => row.held),
      request,
    ),
    after_cursor: cursor,
    after_url: cursor === null ? null : followed(request, url, { cursor, start_time: null }),
    before_cursor: null,
    before_url: null,
    end_of_stream: told.length <= size,
  };
  return { status: 200, body };
}

/** Rows at or after a second; the next page begins with the last second again. A page is longer than asked when one second holds more. */
export function timeExport<T>({ name, timeline, wire }: Exported<T>, { request, now, url }: Asking): Answer {
  const start = startOf(request, now);
  if (typeof start !== 'number') return start;
  const told = timeline.all().filter((row) => row.second >= start && row.second <= now - SETTLE_SECONDS);
  const size = pageSize(request, MOST_PER_PAGE);
  const edge = told[size - 1]?.second ?? Number.POSITIVE_INFINITY;
  // The next page starts at this page's last second: if all of the page is that second, it would never get beyond it.
  const page = edge === start ? told.filter((row) => row.second <= edge) : told.slice(0, size);
  const more = page.length < told.length;
  const end = page.at(-1)?.second ?? null;
  const body = {
    [name]: page.map((row) => wire(row.held, url)),
    count: page.length,
    end_of_stream: !more,
    end_time: end,
    next_page: end === null ? null : followed(request, url, { start_time: String(more && end === start ? end + 1 : end) }),
  };
  return { status: 200, body };
}

/** The same question with another place to go on from. */
function followed(request: Request, url: string, place: Record<string, string | null>): string {
  const next = new URL(`${url}${request.path}`);
  for (const [key, value] of Object.entries({ ...Object.fromEntries(request.query), ...place }))
    if (value !== null) next.searchParams.set(key, value);
  return next.toString();
}

function startOf(request: Request, now: number): number | Answer {
  const given = request.query.get('start_time');
  const start = given === null || given === '' ? Number.NaN : Number(given);
  if (!Number.isInteger(start) || start < 0) return invalidValue('start_time is required and must be a Unix time in seconds');
  return start > now - SETTLE_SECONDS ? tooRecent() : start;
}

function pageSize(request: Request, most: number): number {
  const asked = Number(request.query.get('per_page') ?? most);
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, most) : most;
}

/** Where to go on: after the cursor, or from the start time where there is none yet. */
function placeOf(request: Request, now: number, generation: number): { second: number; id: number } | Answer {
  const cursor = request.query.get('cursor');
  const start = cursor === null ? startOf(request, now) : 0;
  if (typeof start !== 'number') return start;
  if (cursor === null) return { second: start, id: 0 };
  const [, second, id, made] = /^(\d+)[.]0\|\|(\d+)\|(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  return second === undefined || id === undefined || Number(made) !== generation
    ? badCursor()
    : { second: Number(second), id: Number(id) + 1 };
}
