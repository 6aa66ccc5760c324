import type { ClockFacts } from './clock.js';

/** The moments to the second, floored, as the columns hold them: a clock then reads the same wherever its handoff comes from. */
export function wholeSeconds(facts: ClockFacts): ClockFacts {
  const floored = (value: unknown) =>
    value instanceof Date ? floorSecond(value) : Array.isArray(value) ? value.map((one) => floored(one)) : value;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, floored(value)])) as unknown as ClockFacts;
}

export const floorSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);
