import type { Definition } from '../definition/definition.js';
import { type Clock, type ClockFacts, targetHours } from './clock.js';
import { quietSpan, type Span } from './quiet-period.js';

const HOUR = 3_600_000;

/** A clock is at risk when more than this share of its time is used. */
export const AT_RISK_SHARE = 0.75;

/** At which moment clocks are read, and by which definition. */
export interface Reading {
  at: Date;
  definition: Definition;
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
}

/** How a clock of a handoff stands at a moment. What happened after that moment does not exist. */
export function clockState(handoff: ClockFacts, clock: Clock, { at, definition }: Reading): ClockState {
  const target = targetHours(definition, clock.id, handoff.segment);
  const quiet = { targetHours: target, quietDays: definition.windows.quietDays };
  const span = clock.stops ? plainSpan(handoff, clock, at) : quietSpan(handoff, quiet, at);
  return readSpan(span, target, at);
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

function readSpan({ startedAt, stoppedAt, leftAt }: Span, target: number, at: Date): ClockState {
  if (!startedAt)
    return { state: 'not started', running: false, startedAt: null, dueAt: null, stoppedAt: null, usedShare: null, hours: null };
  const until = stoppedAt ?? leftAt ?? at;
  const hours = Math.max(0, until.getTime() - startedAt.getTime()) / HOUR;
  const usedShare = target > 0 ? hours / target : null;
  const dueAt = new Date(startedAt.getTime() + target * HOUR);
  return { state: stateOf(), running: !stoppedAt && !leftAt, startedAt, dueAt, stoppedAt, usedShare, hours };

  function stateOf(): ClockState['state'] {
    if (hours > target) return 'breached';
    if (stoppedAt) return 'met';
    if (leftAt) return 'ended';
    return usedShare !== null && usedShare > AT_RISK_SHARE ? 'at risk' : 'running';
  }
}
