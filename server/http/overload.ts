import { monitorEventLoopDelay } from 'node:perf_hooks';
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

/** 503 at once for what would be answered too late: a short wait for some instead of a long one for all. */
export function overload({ inFlight, lagMilliseconds }: Capacity): RequestHandler {
  const lag = lagMeter();
  let answering = 0;
  return (_request, response, next) => {
    if (answering >= inFlight || lag() > lagMilliseconds)
      return next(new ServiceUnavailableException('Baton has more to do than it can. Try again in a moment.'));
    answering += 1;
    response.once('close', () => {
      answering -= 1;
    });
    next();
  };
}

/** Milliseconds by which the event loop ran late, on average since the second before. */
function lagMeter(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let readAt = performance.now();
  let last = 0;
  return () => {
    if (performance.now() - readAt < 1_000) return last;
    last = Number.isNaN(delay.mean) ? 0 : delay.mean / 1e6;
    delay.reset();
    readAt = performance.now();
    return last;
  };
}
