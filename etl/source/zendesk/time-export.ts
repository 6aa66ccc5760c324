import { z } from 'zod';
import type { Page, Position } from '../source.js';
import { asker, circle, type Export, FIRST_SECOND, LARGEST_PAGE, recordsOf, youngestStart } from './export.js';

/** A time export is asked this far back again: what is written late carries an earlier second. */
const LOOKBACK_SECONDS = 300;

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/#time-based-incremental-exports */
const wireTime = z.looseObject({
  count: z.number(),
  end_time: z.number().nullish(),
  next_page: z.string().nullish(),
  end_of_stream: z.boolean().optional(),
});

/** Each page begins with the last rows of the one before. */
export async function* timeExport(wanted: Export, from: Position | null): AsyncIterable<Page> {
  const ask = asker(wanted, 'time export');
  const youngest = youngestStart(wanted);
  let start = typeof from?.start === 'number' ? Math.max(FIRST_SECOND, from.start - LOOKBACK_SECONDS) : FIRST_SECOND;
  for (;;) {
    start = Math.min(start, youngest);
    const page = await ask(wireTime, { start_time: start });
    const end = page.end_time ?? start;
    yield { records: recordsOf(page, wanted), position: { start: Math.max(end, Number(from?.start ?? 0)) } };
    if (page.end_of_stream ?? page.count < LARGEST_PAGE) return;
    const next = nextStart(page.next_page) ?? end;
    if (next <= start) throw circle(wanted);
    start = next;
  }
}

/** The second at which Zendesk wants to go on: one later than the last when a single second filled the page. The link itself is not followed. */
function nextStart(link: string | null | undefined): number | null {
  const second = Number(/[?&]start_time=(\d+)/.exec(link ?? '')?.[1] ?? Number.NaN);
  return Number.isInteger(second) ? second : null;
}
