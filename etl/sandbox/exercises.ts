import { airbyteExercise } from './airbyte/exercise.js';
import { asanaExercise } from './asana/exercise.js';
import { csvExercise } from './csv/exercise.js';
import { hubspotExercise } from './hubspot/exercise.js';
import { intercomExercise } from './intercom/exercise.js';
import { jiraExercise } from './jira/exercise.js';
import { pipedriveExercise } from './pipedrive/exercise.js';
import { postgresExercise } from './postgres/exercise.js';
import { salesforceExercise } from './salesforce/exercise.js';
import { singerExercise } from './singer/exercise.js';
import type { Exercise } from './stand-in/exercise.js';
import { stripeExercise } from './stripe/exercise.js';
import { surveymonkeyExercise } from './surveymonkey/exercise.js';
import { typeformExercise } from './typeform/exercise.js';
import { zendeskExercise } from './zendesk/exercise.js';

/** Every source as the conformance kit drives it, one line each. */
export const EXERCISES: Exercise[] = [
  asanaExercise,
  hubspotExercise,
  intercomExercise,
  jiraExercise,
  pipedriveExercise,
  postgresExercise,
  zendeskExercise,
  stripeExercise,
  surveymonkeyExercise,
  singerExercise,
  airbyteExercise,
  csvExercise,
  salesforceExercise,
  typeformExercise,
];
