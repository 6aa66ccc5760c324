import type { Rating } from '../company/company.js';
import type { Answer } from '../stand-in/fault.js';
import { invalidValue } from './error.js';
import type { Asking } from './export.js';
import type { Row, Timeline } from './timeline.js';
import { wireRating } from './wire.js';

/** The legacy list: in the order of the ids, filtered by the time of asking (the vendor says no more than "time of the rating": an answer may come later), a hundred at most on a page. */
export function listRatings(timeline: Timeline<Rating>, { request, url }: Asking): Answer {
  const { query } = request;
  const size = Number(query.get('page[size]') ?? '100');
  if (!Number.isInteger(size) || size < 1 || size > 100) return invalidValue('page[size] must be between 1 and 100');
  const after = Number(decoded(query.get('page[after]')) ?? '0');
  if (!Number.isSafeInteger(after)) return invalidValue('page[after] is not a cursor of this list');
  const [start, end] = [Number(query.get('start_time') ?? '0'), Number(query.get('end_time') ?? '9999999999')];
  const asked = ({ held }: Row<Rating>) => Math.floor(held.createdAt / 1000);
  const rows = timeline.all().filter((row) => asked(row) >= start && asked(row) <= end && row.id > after);
  rows.sort((a, b) => a.id - b.id);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const more = rows.length > size;
  const cursor = last === undefined ? null : Buffer.from(String(last.id)).toString('base64');
  const body = {
    satisfaction_ratings: page.map((row) => wireRating(row.held, url)),
    meta: { has_more: more, after_cursor: cursor, before_cursor: null },
    links: { prev: null, next: more && cursor !== null ? nextLink(url, { request, cursor }) : null },
  };
  return { status: 200, body };
}

function nextLink(url: string, { request, cursor }: { request: Asking['request']; cursor: string }): string {
  const next = new URL(`${url}${request.path}`);
  for (const [key, value] of request.query) next.searchParams.set(key, value);
  next.searchParams.set('page[after]', cursor);
  return next.toString();
}

const decoded = (cursor: string | null): string | null => (cursor === null ? null : Buffer.from(cursor, 'base64').toString());
