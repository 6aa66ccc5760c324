import { SourceError } from '../source-error.js';
import { type Filter, type Found, type FoundPage, type OrderField, type Search, searcher, secondOf } from './search.js';

export interface Range {
  order: OrderField;
  /** First second; 0 from the beginning. */
  from: number;
  /** First second that is left out, so that what changes while we read moves out of the range instead of to its end. */
  until: number;
}

/**
 * Conversations of a range, oldest first, each page asked for anew from the last second read. A cursor over a search counts rows: whatever
 * leaves the range while we read would shift every later row by one, over the page's edge and out of sight. Only where one second fills a
 * page is the cursor followed. What was read in the last second comes again.
 */
export async function* inOrder(search: Search, { order, from, until }: Range): AsyncGenerator<{ found: Found[]; total: number }> {
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
    read += found.length;
    yield { found, total: Math.max(total, read) };
    if (next === null) return;
    const second = lastSecond(found, order) ?? lower;
    if (second < lower || next === after) throw circle(search);
    after = second > lower ? null : next;
    lower = second;
  }
}

function lastSecond(found: Found[], order: OrderField): number | null {
  const last = found.at(-1);
  return last === undefined ? null : secondOf(order === 'created_at' ? last.createdAt : last.updatedAt);
}

const circle = ({ kind }: Search) =>
  new SourceError(
    'vendor',
    `Intercom: the search of ${kind} says there is more and does not go on. It will be tried again on the next run.`,
  );
