import { z } from 'zod';
import { DAY_SECONDS, toSeconds } from '../handoff/column.js';
import { invalid } from '../http/problem.js';
import type { Question } from '../kpi/question.js';
import { wholeDays } from '../kpi/time-until.js';
import { byMoment, type Place } from './by-moment.js';
import type { Found } from './episodes.js';
import type { RepeatAnswer } from './repeat.schema.js';

/** Whether the KPI counts an episode: in whole days of its window that were seen, and not dismissed. */
export function isCounted({ snapshot, until }: Question, windowDays: number): (episode: Found) => boolean {
  return ({ at, row, verdict }) => {
    const won = snapshot.columns.moment.won_at[row] ?? 0;
    const days = Math.min(windowDays, wholeDays(won, until));
    return verdict !== 'dismissed' && toSeconds(at) < won + days * DAY_SECONDS;
  };
}

const TIERS = ['reported', 'asked again', 'inferred'] as const;

/** How many stand of each tier, and how many were decided on. */
export function countsOf(found: readonly Found[]): Pick<RepeatAnswer, 'tiers' | 'verdicts'> {
  const standing = found.filter(({ verdict }) => verdict !== 'dismissed');
  const decided = (wanted: Found['verdict']) => found.filter(({ verdict }) => verdict === wanted).length;
  return {
    tiers: TIERS.map((tier) => ({ tier, count: standing.filter((episode) => episode.tier === tier).length })),
    verdicts: { none: decided(null), confirmed: decided('confirmed'), dismissed: decided('dismissed') },
  };
}

/** The episodes after a place in the list, and the place of the next page. Refuses a place that is none. */
export function pageAfter(found: readonly Found[], { after, limit }: { after?: string | undefined; limit: number }) {
  const place = after === undefined ? null : placeOf(after);
  const rest = place === null ? found : found.filter((episode) => byMoment(place, episode) < 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { page, next: last && rest.length > limit ? keyOf(last) : null };
}

const keyOf = ({ at, sourceId, factId }: Found): string =>
  Buffer.from(JSON.stringify([at.getTime(), sourceId, factId])).toString('base64url');

const key = z.tuple([z.number(), z.string(), z.string()]);

function placeOf(after: string): Place {
  try {
    const [at, sourceId, factId] = key.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
    return { at: new Date(at), sourceId, factId };
  } catch {
    throw invalid([{ message: 'is not the "next" of a page; begin again without it', path: ['after'] }]);
  }
}
