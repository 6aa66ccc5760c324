/** Worst first: the pill in the header shows the first that any source is in. */
export const STATES = ['action needed', 'error', 'late', 'never read', 'syncing', 'imported', 'on time'] as const;
export type State = (typeof STATES)[number];

/** What the state of a source follows from. */
export interface Standing {
  /** A fault only a person can mend; null when there is none. */
  pausedReason: string | null;
  running: boolean;
  /** Everything the source knew then has been read; null before the first full pass. */
  readThroughAt: Date | null;
  /** How old its data may be; null when nothing is expected. */
  periodMinutes: number | null;
  /** Of the last run that ended; null when it succeeded or none has. */
  lastError: string | null;
}

export interface Freshness {
  state: State;
  /** One sentence or two, for a person. */
  words: string;
}

const MINUTE = 60_000;

/** Age up to the period is on time, above it late, above twice the period an error. */
export function freshness(standing: Standing, now: Date): Freshness {
  const { pausedReason, running, readThroughAt, periodMinutes, lastError } = standing;
  const attempt = lastError ? ` The last attempt failed: ${sentence(lastError)}` : '';
  if (pausedReason) return { state: 'action needed', words: sentence(pausedReason) };
  if (running)
    return {
      state: 'syncing',
      words: readThroughAt ? `It is being read now. ${readWords(readThroughAt, now)}` : 'It is being read for the first time.',
    };
  if (!readThroughAt)
    return lastError
      ? { state: 'error', words: `It was never read completely.${attempt}` }
      : { state: 'never read', words: 'It was never read.' };
  if (periodMinutes === null) return { state: 'imported', words: `It was imported by hand. ${readWords(readThroughAt, now)}${attempt}` };
  const state = stateAt((now.getTime() - readThroughAt.getTime()) / MINUTE, periodMinutes);
  return { state, words: `${readWords(readThroughAt, now)} Expected every ${span(periodMinutes)}.${attempt}` };
}

const stateAt = (ageMinutes: number, period: number): State =>
  ageMinutes <= period ? 'on time' : ageMinutes <= 2 * period ? 'late' : 'error';

/** The worst of all; with no source there is nothing to be on time. */
export function worst(states: State[]): State {
  return STATES.find((state) => states.includes(state)) ?? 'never read';
}

const readWords = (at: Date, now: Date) => `Read through ${span(Math.max(0, Math.floor((now.getTime() - at.getTime()) / MINUTE)))} ago.`;

/** In the largest unit that leaves at least two of it, or one. */
function span(minutes: number): string {
  if (minutes < 120) return count(minutes, 'minute');
  if (minutes < 2 * 1440) return count(Math.floor(minutes / 60), 'hour');
  return count(Math.floor(minutes / 1440), 'day');
}

const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;
const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);
