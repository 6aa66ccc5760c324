import { DAY_SECONDS } from '../handoff/column.js';
import { binOf, type Part, unitsBetween } from './part.js';
import { ONBOARDING, STEPS, stepAt, VALUE, WON } from './step.js';
import type { Walk } from './walk.js';

const SPAN = 730 + 2;

/** What a handoff that stands after a step waits for: the next one, and after first value the onboarding that is not done. */
export const nextOf = (step: number): number => (step === VALUE ? ONBOARDING : step + 1);

/** Those whose customer is here and whose onboarding or first value is still to come; after the furthest step taken, for so many days. */
export const waitingPart: Part = {
  id: 'waiting',
  outcomes: STEPS.map(({ id, label }, step) => ({
    outcome: id,
    label: `${label}; ${stepAt(nextOf(step)).label.toLowerCase()} still to come`,
  })),
  unitSeconds: DAY_SECONDS,
  span: SPAN,
  bin(walk: Walk): number {
    if (walk.left || walk.finished) return -1;
    const { furthest } = walk;
    // Before the deal was won there is nothing to wait for.
    const since = Math.max(walk.moment(furthest), walk.moment(WON));
    return binOf({ span: SPAN }, furthest, unitsBetween(since, walk.end, DAY_SECONDS));
  },
};
