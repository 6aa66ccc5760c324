import { z } from 'zod';
import { AccountLink, Event, Person, SurveyResponse } from '../../warehouse/index.js';
import { keyLink } from '../account-key.js';
import { parsed } from '../parsed.js';
import type { FactRow, ReadRecord, Stream } from '../source.js';
import { type Answers, answersOf } from './answers.js';
import { responsePages, sweptIds } from './response-pages.js';
import type { SurveymonkeyMapping } from './settings.js';
import { type Surveymonkey, wantedSurveys } from './surveys.js';
import { type Response, wireResponse } from './wire.js';

/** Answers to all surveys that are read. */
export function responses(account: Surveymonkey): Stream {
  return {
    name: 'surveymonkey.responses',
    pages: (from, signal) => responsePages({ ...account, signal }, from),
    sweep: { hours: account.settings.sweepHours, ids: (signal) => sweptIds({ ...account, signal }) },
    async standing(signal) {
      const counts = (await wantedSurveys(account, signal)).map(({ responseCount }) => responseCount);
      return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    },
    idOf: (payload) => z.object({ id: z.coerce.string() }).safeParse(payload).data?.id ?? null,
    read: (payload) => record(parsed(wireResponse, payload), account.settings.mapping),
  };
}

/** What an author tries out in the editor is no answer. */
const PREVIEWS = new Set(['preview', 'survey_preview']);

function record(response: Response, mapping: SurveymonkeyMapping): ReadRecord {
  const counts = ['completed', 'partial'].includes(response.response_status) && !PREVIEWS.has(response.collection_mode ?? '');
  const answers = counts ? answersOf(response, mapping) : { scores: [], repeated: null, comment: null };
  const said = answers.scores.length > 0 || answers.repeated !== null;
  const account = said ? accountLink(response, mapping) : null;
  const person = said ? personOf(response, mapping, account) : null;
  const of = { accountExternalId: account?.externalId ?? null, personExternalId: person?.externalId ?? null };
  return {
    externalId: response.id,
    changedAt: response.date_modified,
    deletedAt: null,
    url: response.analyze_url || null,
    rows: [
      { table: AccountLink, rows: account ? [account] : [] },
      { table: Person, rows: person ? [person] : [] },
      { table: SurveyResponse, rows: scoreRows(response, answers).map((row) => ({ ...row, ...of })) },
      { table: Event, rows: repeatedAlone(response, answers).map((row) => ({ ...row, ...of })) },
    ],
  };
}

/** When the last question was answered: the time of change moves with every later edit. */
const answeredAt = ({ date_created, total_time }: Response) => new Date(date_created.getTime() + Math.max(0, total_time ?? 0) * 1000);

/** A response that answers several questions becomes as many answers; that something had to be repeated is said by the first only. */
function scoreRows(response: Response, { scores, repeated, comment }: Answers): FactRow[] {
  return scores.map(({ means, scale, score }, n) => ({
    externalId: `${response.id}:${means}`,
    kind: means,
    scale,
    score: String(score),
    satisfied: means === 'csat' ? satisfied(scale, score) : null,
    repeatedInformation: n === 0 ? repeated : null,
    askedAt: null,
    answeredAt: answeredAt(response),
    comment: n === 0 ? comment : null,
  }));
}

const satisfied = (scale: string, score: number): boolean =>
  score >= (scale === 'good-bad' ? 1 : scale === '1-5' ? 4 : scale === '1-7' ? 6 : 9);

function repeatedAlone(response: Response, { scores, repeated, comment }: Answers): FactRow[] {
  if (scores.length > 0 || repeated !== true) return [];
  const at = answeredAt(response);
  return [
    { externalId: `response:${response.id}:information-repeated`, kind: 'information-repeated', at, detail: 'reported', title: comment },
  ];
}

function accountLink({ id, custom_variables: variables }: Response, { accountVariable, accountIs }: SurveymonkeyMapping): FactRow | null {
  const key = accountVariable === null ? null : variables?.[accountVariable]?.trim();
  return key ? keyLink({ externalId: `response:${id}`, key, is: accountIs, name: null }) : null;
}

function personOf(response: Response, { emailVariable }: SurveymonkeyMapping, account: FactRow | null): FactRow | null {
  const variable = emailVariable === null ? null : response.custom_variables?.[emailVariable];
  const email = (variable || response.email_address || response.metadata?.contact?.email?.value)?.trim().toLowerCase();
  if (!email?.includes('@')) return null;
  const externalId = `response:${response.id}`;
  return { externalId, name: null, email, internal: false, active: true, accountExternalId: account?.externalId ?? null };
}
