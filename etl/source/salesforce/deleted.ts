import { z } from 'zod';
import type { Gone } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { type Asking, standingOf } from './query.js';
import { codeOf } from './salesforce-error.js';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getdeleted.htm */
const wireDeleted = z.object({
  deletedRecords: z.array(z.object({ id: z.string().min(1), deletedDate: wireInstant })),
  latestDateCovered: wireInstant,
});

const DAY = 86_400_000;
/** Salesforce refuses what is older than 30 days. */
const OLDEST = 29 * DAY;
/** And a span of less than a minute. */
const SHORTEST = 120_000;
/** The span is too old for this org, or too full: the sweep finds what is missed here. */
const LEFT_TO_THE_SWEEP = new Set(['INVALID_REPLICATION_DATE', 'EXCEEDED_ID_LIMIT']);

export interface Deleted {
  gone: Gone[];
  /** Up to when it is known. */
  until: number;
}

/** What was deleted since `from` and not restored. What lies in the recycle bin comes as a record too, if its stamp moved: not every deletion with a parent moves it. */
export async function deletedSince(asking: Asking, { from, now }: { from: number; now: number }): Promise<Deleted> {
  const start = Math.max(Math.min(from, now - SHORTEST), now - OLDEST);
  const query = { start: wholeSecond(start), end: wholeSecond(now) };
  const path = `/sobjects/${asking.sobject}/deleted/`;
  try {
    const answer = await asking.client.ask({ wire: wireDeleted, path, query, signal: asking.signal });
    const known = { ...asking, asked: { ...asking.asked, names: ['Id'] } };
    const found = await standingOf(
      known,
      answer.deletedRecords.map(({ id }) => id),
    );
    const stands = new Set(found.map(({ Id }) => Id));
    const gone = answer.deletedRecords
      .filter(({ id }) => !stands.has(id))
      .map(({ id, deletedDate }) => ({ externalId: id, at: deletedDate }));
    return { gone, until: Math.min(answer.latestDateCovered.getTime(), now) };
  } catch (error) {
    if (LEFT_TO_THE_SWEEP.has(codeOf(error) ?? '')) return { gone: [], until: now };
    throw error;
  }
}

const wholeSecond = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/[.]\d+Z$/, 'Z');
