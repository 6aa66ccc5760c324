import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { SourceError } from '../source-error.js';
import { sourceKind } from '../source-kind.js';
import { surveymonkeyClient } from './client.js';
import { responses } from './responses.js';
import { type SurveymonkeySettings, surveymonkeyCredentials, surveymonkeySettings } from './settings.js';
import { type Surveymonkey, wantedSurveys } from './surveys.js';

export interface SurveymonkeyOptions {
  settings: SurveymonkeySettings;
  token: string;
  now: () => Date;
  /** By which the connection waits. */
  clock?: Clock;
}

/** SurveyMonkey, read by an access token that does not end. */
export function surveymonkey({ settings, token, now, clock }: SurveymonkeyOptions): Source {
  const account: Surveymonkey = { client: surveymonkeyClient({ settings, token, clock }), settings, now };
  return {
    kind: 'surveymonkey',
    streams: [responses(account)],
    test: (signal) => testScopes(account, signal),
  };
}

const SCOPES = ['surveys_read', 'responses_read', 'responses_read_detail'];
const NEXT_STEP = "Grant them under the app's settings and make a new token; responses_read_detail needs a paid plan.";

/** The answers say which scopes were granted; what the answers themselves are needs a survey to be seen. */
async function testScopes(account: Surveymonkey, signal: AbortSignal): Promise<void> {
  const surveys = await wantedSurveys(account, signal);
  const granted = account.client.granted();
  const missing = granted === null ? [] : SCOPES.filter((scope) => !granted.has(scope));
  if (missing.length > 0)
    throw new SourceError('scope', `SurveyMonkey: the token lacks ${missing.join(', ')}. ${NEXT_STEP}`, { status: 403 });
  const unknown = account.settings.mapping.surveyIds?.find((id) => !surveys.some((survey) => survey.id === id));
  if (unknown !== undefined)
    throw new SourceError('schema', `SurveyMonkey: there is no survey ${unknown} in this account. Correct it under surveys.`);
  const [first] = surveys;
  if (!first) return;
  const wire = z.object({ data: z.array(z.unknown()) });
  await account.client.get(wire, `/v3/surveys/${first.id}/responses/bulk`, { per_page: 1 }, signal);
}

export const surveymonkeyKind = sourceKind({
  kind: 'surveymonkey',
  name: 'SurveyMonkey',
  about: 'Answers to surveys: satisfaction, recommendation, effort, and whether something had to be repeated.',
  settings: surveymonkeySettings,
  credentials: surveymonkeyCredentials,
  open: ({ settings, credentials, now }) => surveymonkey({ settings, token: credentials.token, now }),
});
