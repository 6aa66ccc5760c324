import type { Clock } from './clock.js';
import type { ClockState } from './clock-state.js';

/** Up to here a length is said in hours, below one in minutes; beyond, in whole days. */
const HOURS_UP_TO = 96;

/** How a clock stands, in words: "No kickoff call after 19 days (target 14)". */
export function clockWords(clock: Clock, state: ClockState, target: number): string {
  if (state.state === 'not started' || state.hours === null) return `${clock.name}: not started`;
  const passed = state.working
    ? `${workingWords(state.hours)} (${target === 0 ? NO_TIME : `target ${target}`})`
    : `${lengthWords(state.hours)} (${targetWords(target, state.hours)})`;
  if (state.state === 'ended') return `${clock.name}: the customer left after ${passed}`;
  if (clock.stops === null) return quietWords(clock, state, passed);
  if (state.stoppedAt) return state.hours === 0 ? `${clock.name} by the start` : `${clock.name} after ${passed}`;
  return `${clock.missing} after ${passed}`;
}

function quietWords(clock: Clock, { state, running }: ClockState, passed: string): string {
  if (running) return `${clock.missing} for ${passed}`;
  return state === 'met' ? `Never quiet for longer than ${passed}` : `Quiet for ${passed}`;
}

const NO_TIME = 'target: named by then';

/** "3 working hours": days would be of another length than those of the calendar. */
function workingWords(hours: number): string {
  return hours < 1 ? `${Math.floor(hours * 60)} working minutes` : `${Math.floor(hours)} working ${hours < 2 ? 'hour' : 'hours'}`;
}

/** In the unit of what has passed where it is whole in it, and then without the unit: "after 22 days (target 3)". */
function targetWords(target: number, passedHours: number): string {
  if (target === 0) return NO_TIME;
  const unit = inUnit(passedHours)[1];
  if (unit === 'day' && target % 24 === 0) return `target ${target / 24}`;
  return unit === 'hour' && inUnit(target)[1] === 'hour' ? `target ${target}` : `target ${lengthWords(target)}`;
}

/** "1 hour", "19 days": whole units, floored, as durations are counted everywhere. */
function lengthWords(hours: number): string {
  const [count, unit] = inUnit(hours);
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}

function inUnit(hours: number): [number, string] {
  if (hours < 1) return [Math.floor(hours * 60), 'minute'];
  return hours <= HOURS_UP_TO ? [Math.floor(hours), 'hour'] : [Math.floor(hours / 24), 'day'];
}
