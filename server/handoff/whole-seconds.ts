import type { ClockFacts } from './clock.js';

/** The moments to the second, floored, as the columns hold them: a clock then reads the same wherever its handoff comes from. */
export function wholeSeconds(facts: ClockFacts): ClockFacts {
  const floored = Object.entries(facts).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Date ? floorSecond(value) : value,
  ]);
  return { ...(Object.fromEntries(floored) as ClockFacts), contactAt: facts.contactAt.map(floorSecond) };
}

export const floorSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);
