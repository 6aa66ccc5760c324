import { ServiceUnavailableException } from '@nestjs/common';
import type { RequestHandler } from 'express';

export interface Capacity {
  /** Requests that are answered at the same time. */
  inFlight: number;
  /** How late the process may be with everything, on average over a second. */
  lagMilliseconds: number;
}

/** Each request in flight waits for one of ten connections; those behind the two-hundredth would wait longer than anybody does. */
export const USUAL_CAPACITY: Capacity = { inFlight: 200, lagMilliseconds: 2_000 };

/** Said of so many at once that it is not worth a line of its own in the log: each has one as a request. */
export class Overloaded extends ServiceUnavailableException {
  constructor() {
    super('Baton has more to do than it can. Try again in a moment.');
  }
}

/**
 * 503 at once for what would be answered too late: a short wait for some instead of a long one for all. Stands before whatever waits
 * for anything: who waits there is not counted, and may have left by the time they are.
 */
export function overload({ inFlight, lagMilliseconds }: Capacity): RequestHandler {
  const lag = lagMeter();
  let answering = 0;
  return (_request, response, next) => {
    // One that has left already says so no more, and would be counted for ever.
    if (response.closed) return;
    if (answering >= inFlight || lag() > lagMilliseconds) return next(new Overloaded());
    answering += 1;
    response.once('close', () => {
      answering -= 1;
    });
    next();
  };
}

/** Milliseconds between two looks. */
const TICK = 20;

/**
 * Milliseconds by which the event loop ran late, on average since the second before. The histogram of `perf_hooks` forgets, when it is
 * reset, the delay that is under way: a process that is late for seconds with everything would seem to be in time.
 */
function lagMeter(): () => number {
  let since = performance.now();
  let tickAt = since;
  let lateSum = 0;
  let ticks = 0;
  let last = 0;
  const look = () => {
    const at = performance.now();
    lateSum += Math.max(0, at - tickAt - TICK);
    ticks += 1;
    tickAt = at;
  };
  setInterval(look, TICK).unref();
  return () => {
    if (performance.now() - since < 1_000) return last;
    if (ticks === 0) look();
    last = lateSum / ticks;
    since = performance.now();
    lateSum = 0;
    ticks = 0;
    return last;
  };
}
