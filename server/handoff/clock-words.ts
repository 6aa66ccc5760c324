import type { Clock } from './clock.js';
import type { ClockState } from './clock-state.js';

/** Up to here a length is said in hours, below one in minutes; beyond, in whole days. */
const HOURS_UP_TO = 72;

/** How a clock stands, in words: "No kickoff call after 19 days (target 14)". */
export function clockWords(clock: Clock, state: ClockState, target: number): string {
  if (state.state === 'not started' || state.hours === null) return `${clock.name}: not started`;
  const passed = `${lengthWords(state.hours)} (${targetWords(target, state.hours)})`;
  if (state.state === 'ended') return `${clock.name}: the customer left after ${passed}`;
  if (clock.stops === null) return quietWords(clock, state, passed);
  if (state.stoppedAt) return state.hours === 0 ? `${clock.name} by the start` : `${clock.name} after ${passed}`;
  return `${clock.missing} after ${passed}`;
}

function quietWords(clock: Clock, { state, running }: ClockState, passed: string): string {
  if (running) return `${clock.missing} for ${passed}`;
  return state === 'met' ? `Never quiet for longer than ${passed}` : `Quiet for ${passed}`;
}

/** "1 hour", "19 days": whole units, floored, as durations are counted everywhere. */
export function lengthWords(hours: number): string {
  const { count, unit } = lengthOf(hours);
  return `${count} ${unit}`;
}

function targetWords(target: number, passedHours: number): string {
  if (target === 0) return 'target: named by then';
  const { count, unit } = lengthOf(target);
  return plural(unit) === plural(lengthOf(passedHours).unit) ? `target ${count}` : `target ${count} ${unit}`;
}

function lengthOf(hours: number): { count: number; unit: string } {
  const [count, unit] = inUnit(hours);
  return { count, unit: count === 1 ? unit : `${unit}s` };
}

function inUnit(hours: number): [number, string] {
  if (hours < 1) return [Math.floor(hours * 60), 'minute'];
  return hours <= HOURS_UP_TO ? [Math.floor(hours), 'hour'] : [Math.floor(hours / 24), 'day'];
}

const plural = (unit: string) => (unit.endsWith('s') ? unit : `${unit}s`);
