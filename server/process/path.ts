import { NEVER } from '../handoff/column.js';
import { STEP_IDS, STEPS, WON } from './step.js';

/** Nothing but the won deal. */
export const NO_PATH = 0;

const BITS = 3;

/** Steps in the order taken as one number, three bits each from the lowest. On the same second the order is that of the process. */
export function taken(at: Int32Array): number {
  let path = NO_PATH;
  for (let step = WON + 1; step < at.length; step++) {
    const moment = at[step] ?? NEVER;
    if (moment === NEVER) continue;
    let rank = 0;
    for (let other = WON + 1; other < at.length; other++) {
      const before = at[other] ?? NEVER;
      if (before < moment || (before === moment && other < step)) rank++;
    }
    path |= step << (BITS * rank);
  }
  return path;
}

/** The positions of the steps of a path, the won deal first. */
export function stepsOf(path: number): number[] {
  const steps: number[] = [WON];
  for (let rest = path; rest > 0; rest >>>= BITS) steps.push(rest & (2 ** BITS - 1));
  return steps;
}

/** 'welcome.kickoff'; 'won' for those who took no step. */
export function keyOf(path: number): string {
  const names = stepsOf(path).map((step) => STEP_IDS[step]);
  return path === NO_PATH ? 'won' : names.slice(1).join('.');
}

/** Null when it names no path. */
export function pathOf(key: string): number | null {
  if (key === 'won') return NO_PATH;
  const steps = key.split('.').map((id) => STEPS.findIndex((step) => step.id === id));
  if (steps.some((step) => step <= WON) || new Set(steps).size < steps.length) return null;
  return steps.reduce((path, step, rank) => path | (step << (BITS * rank)), NO_PATH);
}
