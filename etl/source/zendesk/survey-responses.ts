import { z } from 'zod';
import { SurveyResponse } from '../../warehouse/index.js';
import type { Query } from '../http.js';
import { parsed } from '../parsed.js';
import type { FactRow, Page, Position, Stream } from '../source.js';
import { LeftOut, WITHOUT_PRODUCT } from './left-out.js';
import type { ZendeskMapping } from './settings.js';
import { chose, commentOf, type GivenResponse, ratingOf, sentAt, ticketOf, wireSurveyResponse } from './survey-response.js';
import { agentPage, type Zendesk } from './zendesk-stream.js';

const wireList = z.object({
  survey_responses: z.array(z.unknown()),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).optional(),
});

const PATH = '/api/v2/guide/survey_responses';
/** The list goes by the time of sending, and a customer may answer, and answer otherwise, for four weeks. */
const LOOKBACK_SECONDS = 45 * 86_400;
const SATISFIED_FROM = 4;

/** The new CSAT: a scale of one to five, and more questions. One account runs it or the legacy ratings. */
export function surveyResponses(zendesk: Zendesk): Stream {
  const { mapping } = zendesk.settings;
  const leftOut = new LeftOut();
  return {
    name: 'zendesk.survey-responses',
    pages: (from, signal) => pages(zendesk, { from, leftOut, signal }),
    idOf: (payload) => z.object({ id: z.string().min(1) }).safeParse(payload).data?.id ?? null,
    leftOut: () => leftOut.reason,
    read(payload) {
      const response = parsed(wireSurveyResponse, payload);
      const ticketId = ticketOf(response);
      const changes = (response.answers ?? []).flatMap(({ updated_at }) => updated_at?.getTime() ?? []);
      return {
        externalId: response.id,
        changedAt: changes.length === 0 ? null : new Date(Math.max(...changes)),
        deletedAt: null,
        url: ticketId === null ? null : agentPage(zendesk, 'tickets', ticketId),
        rows: [{ table: SurveyResponse, rows: [row(response, ticketId, mapping)] }],
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
  // Milliseconds here, seconds in the legacy list.
  const start = typeof from?.start === 'number' ? (from.start - LOOKBACK_SECONDS) * 1000 : null;
  let after: string | null = null;
  do {
    const query: Query = { 'page[size]': 50, 'page[after]': after, sort: 'id', 'filter[created_at_start]': start };
    const asked: Promise<z.output<typeof wireList>> = client.get({
      wire: wireList,
      path: PATH,
      query,
      limit: 'usual',
      handled: WITHOUT_PRODUCT,
      signal,
    });
    const page: z.output<typeof wireList> | null = await leftOut.unless(asked, without);
    if (page === null) return;
    after = page.meta?.has_more ? (page.meta.after_cursor ?? null) : null;
    yield { records: page.survey_responses, position: after === null ? { start: beganAt } : null };
  } while (after !== null);
}

const without = (status: number) =>
  `Zendesk shows no answers to CSAT surveys (status ${status}): the account has the legacy ratings, or a plan without surveys. Nothing is missing unless surveys are sent.`;

function row(response: GivenResponse, ticketExternalId: string | null, { repeatAnswers }: ZendeskMapping): FactRow {
  const answer = ratingOf(response);
  const rating = answer?.rating ?? null;
  if (rating !== null && (rating < 1 || rating > 5)) throw new Error(`rating: ${rating} is not on a scale of 1 to 5`);
  return {
    externalId: `survey:${response.id}`,
    ticketExternalId,
    personExternalId: response.responder_id ?? null,
    kind: 'csat',
    scale: '1-5',
    score: rating === null ? null : String(rating),
    satisfied: rating === null ? null : satisfied(rating, answer?.rating_category ?? null),
    repeatedInformation: rating === null ? null : chose(response, repeatAnswers),
    askedAt: sentAt(response.id),
    answeredAt: rating === null ? null : (answer?.created_at ?? answer?.updated_at ?? null),
    comment: commentOf(response),
  };
}

/** A shorter scale still counts from 1 to 5, and Zendesk says which of its steps are good. */
const satisfied = (rating: number, category: string | null) => (category === null ? rating >= SATISFIED_FROM : category === 'good');
