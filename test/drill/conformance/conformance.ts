import { EXERCISES } from '../../../etl/sandbox/exercises.js';
import { CHANGING_CHECKS } from './changing.js';
import type { Check } from './check.js';
import { FAULT_CHECKS, someFaults } from './faults.js';
import { limitsKept } from './limits.js';
import { READING_CHECKS } from './reading.js';

const CHECKS = [...READING_CHECKS, ...CHANGING_CHECKS];

/** Everything a source must do. Limits are looked at apart, on the real clock. */
export const WHOLE: Check[] = [...CHECKS, ...FAULT_CHECKS];
export const LIMITS: Check[] = [limitsKept];

/** What a test run can afford of it: each source meets three other faults. */
export const sampleFor = (kind: string): Check[] => [
  ...CHECKS,
  ...someFaults(
    EXERCISES.findIndex((exercise) => exercise.kind === kind),
    3,
  ),
];
