import { intercomExercise } from './intercom/exercise.js';
import { jiraExercise } from './jira/exercise.js';
import { postgresExercise } from './postgres/exercise.js';
import type { Exercise } from './stand-in/exercise.js';

/** Every source as the conformance kit drives it, one line each. */
export const EXERCISES: Exercise[] = [intercomExercise, jiraExercise, postgresExercise];
