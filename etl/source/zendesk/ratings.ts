import { z } from 'zod';
import { SurveyResponse } from '../../warehouse/index.js';
import type { Query } from '../http.js';
import { parsed } from '../parsed.js';
import type { FactRow, Page, Position, Stream } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { LeftOut, WITHOUT_PRODUCT } from './left-out.js';
import { idOf, wireId } from './wire-id.js';
import { agentPage, type Zendesk } from './zendesk-stream.js';

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/satisfaction_ratings/ */
const wireRating = z.object({
  id: wireId,
  ticket_id: wireId,
  requester_id: wireId.nullish(),
  score: z.string(),
  comment: z.string().nullish(),
  created_at: wireInstant,
  updated_at: wireInstant,
});
const wireRatings = z.object({
  satisfaction_ratings: z.array(z.unknown()),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).optional(),
});

type Rating = z.output<typeof wireRating>;

/** "offered" was asked and not answered; "unoffered" was never asked. */
const SATISFIED: Record<string, boolean> = { good: true, good_with_comment: true, bad: false, bad_with_comment: false };

/** `start_time` goes by creation, and an offered survey may be answered weeks later. */
const LOOKBACK_SECONDS = 45 * 86_400;

/** Legacy CSAT. Newest first, so the cursor moves at the end only. */
export function ratings(zendesk: Zendesk): Stream {
  const leftOut = new LeftOut();
  return {
    name: 'zendesk.ratings',
    pages: (from, signal) => pages(zendesk, { from, leftOut, signal }),
    idOf,
    leftOut: () => leftOut.reason,
    read(payload) {
      const rating = parsed(wireRating, payload);
      return {
        externalId: rating.id,
        changedAt: rating.updated_at,
        deletedAt: null,
        url: agentPage(zendesk, 'tickets', rating.ticket_id),
        rows: [{ table: SurveyResponse, rows: rating.score === 'unoffered' ? [] : [row(rating)] }],
      };
    },
  };
}

interface Reading {
  from: Position | null;
  leftOut: LeftOut;
  signal: AbortSignal;
}

async function* pages({ client, now }: Zendesk, { from, leftOut, signal }: Reading): AsyncIterable<Page> {
  const beganAt = Math.floor(now().getTime() / 1000);
  const start = typeof from?.start === 'number' ? from.start - LOOKBACK_SECONDS : null;
  let after: string | null = null;
  do {
    const query: Query = { 'page[size]': 100, 'page[after]': after, start_time: start };
    const path = '/api/v2/satisfaction_ratings.json';
    const asked: Promise<z.output<typeof wireRatings>> = client.get({
      wire: wireRatings,
      path,
      query,
      limit: 'usual',
      handled: WITHOUT_PRODUCT,
      signal,
    });
    const page: z.output<typeof wireRatings> | null = await leftOut.unless(asked, without);
    if (page === null) return;
    after = page.meta?.has_more ? (page.meta.after_cursor ?? null) : null;
    yield { records: page.satisfaction_ratings, position: after === null ? { start: beganAt } : null };
  } while (after !== null);
}

const without = (status: number) =>
  `Zendesk shows no satisfaction ratings (status ${status}): the account has the new CSAT surveys, or none. Nothing is missing unless the old ratings are in use.`;

function row(rating: Rating): FactRow {
  const satisfied = SATISFIED[rating.score] ?? null;
  if (satisfied === null && rating.score !== 'offered') throw new Error(`score: "${rating.score}" is not known`);
  return {
    externalId: rating.id,
    ticketExternalId: rating.ticket_id,
    personExternalId: rating.requester_id ?? null,
    kind: 'csat',
    scale: 'good-bad',
    score: satisfied === null ? null : String(Number(satisfied)),
    satisfied,
    askedAt: rating.created_at,
    answeredAt: satisfied === null ? null : rating.updated_at,
    comment: rating.comment || null,
  };
}
