import type { Exercise } from './stand-in/exercise.js';

/** Every source as the conformance kit drives it, one line each. */
export const EXERCISES: Exercise[] = [];
