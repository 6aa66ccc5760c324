import type { z } from 'zod';
import type { Query } from '../http.js';
import type { SurveymonkeyClient } from './client.js';
import type { SurveymonkeySettings } from './settings.js';
import { type Details, type Question, wireDetails, wireSurveys } from './wire.js';

/** What streams of one SurveyMonkey account share. */
export interface Surveymonkey {
  client: SurveymonkeyClient;
  settings: SurveymonkeySettings;
  now: () => Date;
}

export interface Survey {
  id: string;
  /** Answers that stand; null when SurveyMonkey does not say. */
  responseCount: number | null;
}

/** The surveys that are to be read, by id: the order in which they are listed changes. */
export async function wantedSurveys({ client, settings }: Surveymonkey, signal: AbortSignal): Promise<Survey[]> {
  const found: Survey[] = [];
  for (let page = 1; ; page++) {
    const query: Query = { page, per_page: 100, include: 'response_count' };
    const { data, links }: z.output<typeof wireSurveys> = await client.get(wireSurveys, '/v3/surveys', query, signal);
    found.push(...data.map(({ id, response_count }) => ({ id, responseCount: response_count ?? null })));
    if (!links.next || data.length === 0) break;
  }
  const { surveyIds } = settings.mapping;
  const unique = new Map(found.filter(({ id }) => surveyIds === null || surveyIds.includes(id)).map((survey) => [survey.id, survey]));
  return [...unique.values()].sort((a, b) => a.id.localeCompare(b.id));
}

/** The questions of a survey by id: an answer holds but ids. */
export async function questionsOf({ client }: Surveymonkey, surveyId: string, signal: AbortSignal): Promise<Map<string, Question>> {
  const { pages }: Details = await client.get(wireDetails, `/v3/surveys/${surveyId}/details`, {}, signal);
  const questions = pages.flatMap((page) => page.questions);
  return new Map(
    questions.map(({ id, headings, answers }) => [
      id,
      {
        heading: plain(headings.map(({ heading }) => heading).join(' ')),
        choices: Object.fromEntries(
          (answers?.choices ?? []).map(({ id: choiceId, text, weight = null }) => [choiceId, { text: plain(text), weight }]),
        ),
      },
    ]),
  );
}

/** Words of a survey come with HTML. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
