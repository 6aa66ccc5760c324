import type { ControlLimits } from './control-limits.js';

/** One period against its usual range; null limits say there is none yet. */
export interface Watched {
  value: number;
  limits: ControlLimits | null;
}

export type Rule = 'outside its limits' | 'eight in a row on one side' | 'six in a row rising' | 'six in a row falling';

/** Slack for a share that is on its limit but for the last digit. */
const SLACK = 1e-9;

/** Points in a row on one side of the centre that are more than chance (Western Electric 1956, rule 4). */
const RUN = 8;

/** Values in a row that each exceed the one before (Nelson 1984, rule 3). */
const CLIMB = 6;

export interface Firing {
  rule: Rule;
  direction: 'higher' | 'lower';
}

/** The first rule that fires at the last of `points`, oldest first; null when none does. A point without limits can fire none. */
export function runRule(points: readonly Watched[]): Firing | null {
  const last = points.at(-1);
  if (!last?.limits) return null;
  const { low, high } = last.limits;
  if (high !== null && last.value > high + SLACK) return { rule: 'outside its limits', direction: 'higher' };
  if (low !== null && last.value < low - SLACK) return { rule: 'outside its limits', direction: 'lower' };
  return sided(points.slice(-RUN)) ?? climbing(points.slice(-CLIMB));
}

function sided(points: readonly Watched[]): Firing | null {
  const sides = points.map(({ value, limits }) => (limits ? Math.sign(value - limits.center) : 0));
  const side = sides[0];
  if (points.length < RUN || !side || sides.some((other) => other !== side)) return null;
  return { rule: 'eight in a row on one side', direction: side > 0 ? 'higher' : 'lower' };
}

function climbing(points: readonly Watched[]): Firing | null {
  const steps = points.slice(1).map(({ value }, i) => Math.sign(value - (points[i]?.value ?? value)));
  const step = steps[0];
  if (points.length < CLIMB || !step || steps.some((other) => other !== step)) return null;
  return step > 0 ? { rule: 'six in a row rising', direction: 'higher' } : { rule: 'six in a row falling', direction: 'lower' };
}
