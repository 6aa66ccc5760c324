import { CLOCKS, type Clock, type ClockFacts, targetHours } from './clock.js';
import { type ClockState, clockState, type Reading } from './clock-state.js';
import { clockWords } from './clock-words.js';
import type { ClockReading } from './handoff.schema.js';

/** One clock of one handoff, read at a moment. */
export interface ReadClock {
  clock: Clock;
  state: ClockState;
  targetHours: number;
}

/** Every clock of a handoff at a moment, in the order of the process. */
export function readClocks(handoff: ClockFacts, reading: Reading): ReadClock[] {
  return CLOCKS.map((clock) => ({
    clock,
    state: clockState(handoff, clock, reading),
    targetHours: targetHours(reading.definition, clock.id, handoff.segment),
  }));
}

/** The running clock that breaks first; null when all that run have broken. */
export function nextToBreak(clocks: readonly ReadClock[]): ReadClock | null {
  const coming = clocks.filter(({ state }) => state.running && state.state !== 'breached');
  return coming.reduce<ReadClock | null>((first, clock) => (first && dueAt(first) <= dueAt(clock) ? first : clock), null);
}

/** The same as it leaves in an answer. */
export function clockShape({ clock, state, targetHours }: ReadClock): ClockReading {
  return {
    id: clock.id,
    name: clock.name,
    state: state.state,
    running: state.running,
    words: clockWords(clock, state, targetHours),
    stopsWhen: clock.stopsWhen,
    targetHours,
    startedAt: iso(state.startedAt),
    dueAt: iso(state.dueAt),
    stoppedAt: iso(state.stoppedAt),
    usedShare: state.usedShare,
    hours: state.hours,
    working: state.working,
  };
}

const dueAt = ({ state }: ReadClock) => state.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
const iso = (at: Date | null) => at?.toISOString() ?? null;
