import { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { Intercom } from './intercom-stream.js';

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/companies/scrolloverallcompanies */
const wireScroll = z.looseObject({ data: z.array(z.unknown()), scroll_param: z.string().nullish() });

/** A scroll that nobody uses ends after a minute, and only one may be open. */
const WAIT_MILLISECONDS = 20_000;
const MOST_WAITS = 4;
/** A scroll that broke cannot be gone on with. */
const MOST_BEGINNINGS = 4;
const BROKEN = [400, 404, 500];

/** All companies, a hundred at a time; some come twice where the scroll had to begin again. */
export async function* companyPages(intercom: Intercom, signal: AbortSignal): AsyncIterable<unknown[]> {
  for (let beginning = 1; ; beginning++) {
    let page: Scrolled | null = await begin(intercom, signal);
    while (page !== null && page.data.length > 0) {
      yield page.data;
      page = page.scroll_param ? await goOn(intercom, page.scroll_param, signal) : { data: [] };
    }
    if (page !== null) return;
    if (beginning >= MOST_BEGINNINGS)
      throw new SourceError('vendor', 'Intercom broke the scroll over companies several times. It will be tried again on the next run.');
  }
}

type Scrolled = z.output<typeof wireScroll>;

/** Waits for another scroll to end: that of another app, or ours from a run that was cut short. */
async function begin({ client, clock }: Intercom, signal: AbortSignal): Promise<Scrolled> {
  for (let waits = 0; ; waits++) {
    try {
      return await client.ask({ wire: wireScroll, path: '/companies/scroll', handled: [400], signal });
    } catch (error) {
      if (!(error instanceof SourceError) || error.status !== 400) throw error;
      if (waits >= MOST_WAITS) throw otherScroll(error);
      await clock.sleep(WAIT_MILLISECONDS, signal);
    }
  }
}

/** Null when the scroll is broken. */
async function goOn({ client }: Intercom, scroll_param: string, signal: AbortSignal): Promise<Scrolled | null> {
  try {
    return await client.ask({ wire: wireScroll, path: '/companies/scroll', query: { scroll_param }, handled: BROKEN, signal });
  } catch (error) {
    if (error instanceof SourceError && BROKEN.includes(error.status ?? 0)) return null;
    throw error;
  }
}

const otherScroll = (cause: SourceError) =>
  new SourceError(
    'rate',
    'Intercom lets one app at a time scroll over companies, and another is at it. Run the two at different times; it will be tried again.',
    { cause, status: 400 },
  );
