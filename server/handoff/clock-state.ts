import type { Definition } from '../definition/definition.js';
import type { WorkingTime } from '../definition/working-time.js';
import { type Clock, type ClockFacts, targetHours } from './clock.js';
import { quietSpan, type Span } from './quiet-period.js';

const HOUR = 3_600_000;

/** A clock is at risk when more than this share of its time is used. */
export const AT_RISK_SHARE = 0.75;

/** At which moment clocks are read, by which definition, and in which hours. */
export interface Reading {
  at: Date;
  definition: Definition;
  /** Whose hours count for clocks that are counted in working hours; those of the wall clock when left out. */
  time?: 'wall' | WorkingTime;
}

export interface ClockState {
  /** 'breached' with a `stoppedAt` stopped late. 'ended': the customer left before it stopped or ran out. */
  state: 'met' | 'running' | 'at risk' | 'breached' | 'not started' | 'ended';
  /** It counts on: started, not stopped, and the customer is still here. */
  running: boolean;
  startedAt: Date | null;
  dueAt: Date | null;
  stoppedAt: Date | null;
  /** 0 and up; null for a target of 0 hours and for a clock that has not started. */
  usedShare: number | null;
  /** From start to stop, or as far as it ran; 0 when it stopped before it started; null when not started. */
  hours: number | null;
  /** Whether these are working hours. */
  working: boolean;
}

/** How a clock of a handoff stands at a moment. What happened after that moment does not exist. */
export function clockState(handoff: ClockFacts, clock: Clock, { at, definition, time = 'wall' }: Reading): ClockState {
  const target = targetHours(definition, clock.id, handoff.segment);
  const quiet = { targetHours: target, quietDays: definition.windows.quietDays };
  const span = clock.stops ? plainSpan(handoff, clock, at) : quietSpan(handoff, quiet, at);
  return readSpan(span, { target, at, time: clock.working ? time : 'wall' });
}

/** The moment if it had come by `at`, else null. */
export const by = (moment: Date | null, at: Date): Date | null => (moment && moment <= at ? moment : null);

function plainSpan(handoff: ClockFacts, clock: Clock, at: Date): Span {
  return {
    startedAt: by(handoff[clock.starts], at),
    stoppedAt: clock.stops && by(handoff[clock.stops], at),
    leftAt: by(handoff.churnedAt, at),
  };
}

interface Measured {
  target: number;
  at: Date;
  time: 'wall' | WorkingTime;
}

function readSpan({ startedAt, stoppedAt, leftAt }: Span, { target, at, time }: Measured): ClockState {
  const working = time !== 'wall';
  if (!startedAt)
    return { state: 'not started', running: false, startedAt: null, dueAt: null, stoppedAt: null, usedShare: null, hours: null, working };
  const hours = hoursBetween(startedAt, stoppedAt ?? leftAt ?? at, time);
  const usedShare = target > 0 ? hours / target : null;
  const dueAt = momentAfter(startedAt, target, time);
  return { state: stateOf(), running: !stoppedAt && !leftAt, startedAt, dueAt, stoppedAt, usedShare, hours, working };

  function stateOf(): ClockState['state'] {
    if (hours > target) return 'breached';
    if (stoppedAt) return 'met';
    if (leftAt) return 'ended';
    return usedShare !== null && usedShare > AT_RISK_SHARE ? 'at risk' : 'running';
  }
}

function hoursBetween(from: Date, to: Date, time: 'wall' | WorkingTime): number {
  if (time === 'wall') return Math.max(0, to.getTime() - from.getTime()) / HOUR;
  return time.between(from.getTime() / 1000, to.getTime() / 1000) / 3600;
}

function momentAfter(from: Date, hours: number, time: 'wall' | WorkingTime): Date {
  if (time === 'wall') return new Date(from.getTime() + hours * HOUR);
  return new Date(time.after(from.getTime() / 1000, hours * 3600) * 1000);
}
