import { SourceError } from '../source-error.js';
import { type Filter, type Found, type FoundPage, type OrderField, type Search, searcher, secondOf } from './search.js';

export interface Range {
  order: OrderField;
  /** First second; 0 from the beginning. */
  from: number;
  /** First second that is left out, so that what changes while we read moves out of the range instead of to its end. */
  until: number;
}

/** A search is some seconds behind what it shows: a row that has just changed still stands at its old place. */
const SETTLE_SECONDS = 60;

export interface OrderedPage {
  found: Found[];
  total: number;
  /** Everything before this second has been found; the first second of the range when nothing has. */
  passed: number;
}

/**
 * Conversations of a range, oldest first, each page asked for anew from the last second read. A cursor over a search counts rows: whatever
 * leaves the range while we read would shift every later row by one, over the page's edge and out of sight. Only where one second fills a
 * page, and in the last minute, is the cursor followed. What was read in the last second comes again.
 */
export async function* inOrder(search: Search, { order, from, until }: Range): AsyncGenerator<OrderedPage> {
  const ask = searcher(search);
  let lower = from;
  let after: string | null = null;
  let read = 0;
  for (;;) {
    const filters: Filter[] = [
      { field: order, operator: '>', value: lower - 1 },
      { field: order, operator: '<', value: until },
    ];
    const { found, total, next }: FoundPage = await ask({ order, filters, after });
    const seconds = found.map((row) => secondOf(order === 'created_at' ? row.createdAt : row.updatedAt));
    if (seconds.some((second) => second < lower)) throw notAsked(search);
    const passed = Math.max(lower, ...seconds.filter((second) => second <= until - SETTLE_SECONDS));
    read += found.length;
    yield { found, total: Math.max(total, read), passed };
    if (next === null) return;
    if (next === after) throw circle(search);
    after = passed > lower ? null : next;
    lower = passed;
  }
}

const circle = ({ kind }: Search) =>
  new SourceError(
    'vendor',
    `Intercom: the search of ${kind} says there is more and does not go on. It will be tried again on the next run.`,
  );

const notAsked = ({ kind }: Search) =>
  new SourceError('vendor', `Intercom: the search of ${kind} gives the same page again, or one that was not asked for. It was ended.`);
