import { tzOffset } from '@date-fns/tz';

const DAY = 86_400;

/** A stretch of time in which the clocks of a zone are not put forward or back; seconds since 1970. */
export interface SteadyTime {
  from: number;
  to: number;
  /** What local clocks are ahead of UTC, in seconds. */
  ahead: number;
}

/** Cuts [from, to) where clocks are changed. No zone changes twice within a day. */
export function steadyTimes(timeZone: string, from: number, to: number): SteadyTime[] {
  const steady: SteadyTime[] = [];
  let start = from;
  let ahead = aheadAt(timeZone, from);
  for (let at = from; at < to; at += DAY) {
    const next = aheadAt(timeZone, Math.min(to, at + DAY));
    if (next === ahead) continue;
    const change = changeBetween(timeZone, at, Math.min(to, at + DAY));
    steady.push({ from: start, to: change, ahead });
    [start, ahead] = [change, next];
  }
  return [...steady, { from: start, to, ahead }];
}

function changeBetween(timeZone: string, from: number, to: number): number {
  const before = aheadAt(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (aheadAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Offsets are given in minutes, with a fraction where a zone once kept seconds. */
const aheadAt = (timeZone: string, at: number): number => Math.round(tzOffset(timeZone, new Date(at * 1000)) * 60);
