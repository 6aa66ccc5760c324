import { z } from 'zod';
import { AccountLink, Event, Person, SurveyResponse } from '../../warehouse/index.js';
import { keyLink } from '../account-key.js';
import { parsed } from '../parsed.js';
import type { FactRow, ReadRecord, Stream } from '../source.js';
import { accountOf, answersOf, emailOf } from './answers.js';
import type { Typeform } from './forms.js';
import { type Response, wireResponse } from './response.js';
import { responsePages, standingIds } from './response-pages.js';
import type { TypeformMapping } from './settings.js';

/** Every completed answer to the forms that are read. */
export function responses(typeform: Typeform): Stream {
  return {
    name: 'typeform.responses',
    pages: (from, signal) => responsePages(typeform, from, signal),
    sweep: { hours: 168, ids: (signal) => standingIds(typeform, signal) },
    idOf: (payload) => z.object({ token: z.string() }).safeParse(payload).data?.token ?? null,
    read: (payload) => record(parsed(wireResponse, payload), typeform.settings.mapping),
  };
}

function record(response: Response, mapping: TypeformMapping): ReadRecord {
  const { token, submitted_at: at } = response;
  const { scores, repeated, comment } = answersOf(response, mapping);
  const account = accountOf(response, mapping);
  const email = emailOf(response, mapping);
  const externalId = `response:${token}`;
  const of = { accountExternalId: account === null ? null : externalId, personExternalId: email === null ? null : externalId };
  // Several scores of one response are as many answers; that something had to be repeated is said by the first only.
  const rows = scores.map(({ means, scale, score, satisfied }, n): FactRow => {
    const first = n === 0 ? { repeatedInformation: repeated, comment } : { repeatedInformation: null, comment: null };
    return {
      externalId: `${token}:${means}`,
      kind: means,
      scale,
      score: String(score),
      satisfied,
      askedAt: null,
      answeredAt: at,
      ...first,
      ...of,
    };
  });
  const alone = scores.length === 0 && repeated === true;
  const event = {
    externalId: `${externalId}:information-repeated`,
    kind: 'information-repeated',
    at,
    detail: 'reported',
    title: comment,
    ...of,
  };
  const person = { externalId, name: null, email, internal: false, active: true, accountExternalId: of.accountExternalId };
  return {
    externalId: token,
    changedAt: at,
    deletedAt: null,
    url: `https://admin.typeform.com/form/${encodeURIComponent(response.form.id)}/results#responses`,
    rows: [
      { table: AccountLink, rows: account === null ? [] : [keyLink({ externalId, key: account, is: mapping.accountKeyIs, name: null })] },
      { table: Person, rows: email === null ? [] : [person] },
      { table: SurveyResponse, rows },
      { table: Event, rows: alone ? [event] : [] },
    ],
  };
}
