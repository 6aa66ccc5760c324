import { createHash } from 'node:crypto';
import { type Clock, realClock } from './clock.js';

/** Keeps requests under a vendor's limit, whatever window the vendor counts in. */
export interface Pace {
  /** Waits for a place. The place is taken until `window` after the returned function is called, which is to be done when the answer is in. */
  take(signal: AbortSignal): Promise<() => void>;
  /** The vendor stated another limit. */
  allow(count: number): void;
}

/** Holds to several limits at once. */
export function allOf(paces: Pace[]): Pace {
  return {
    async take(signal) {
      const releases: (() => void)[] = [];
      for (const one of paces) releases.push(await one.take(signal));
      return () => {
        for (const release of releases) release();
      };
    },
    allow: (count) => {
      for (const one of paces) one.allow(count);
    },
  };
}

export interface PaceOptions {
  /** Requests in any window. */
  count: number;
  windowMilliseconds: number;
  clock?: Clock;
}

export function pace({ count, windowMilliseconds, clock = realClock }: PaceOptions): Pace {
  let allowed = count;
  /** When each place becomes free again; null while its answer is awaited. */
  const taken: { freeAt: number | null }[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const place = async (signal: AbortSignal): Promise<() => void> => {
    for (;;) {
      const now = clock.now();
      while (taken[0]?.freeAt != null && taken[0].freeAt <= now) taken.shift();
      if (taken.length < allowed) break;
      const wait = (taken[0]?.freeAt ?? now + 10) - now;
      await clock.sleep(Math.min(Math.max(wait, 1), windowMilliseconds), signal);
    }
    const mine: { freeAt: number | null } = { freeAt: null };
    taken.push(mine);
    // Counted from the answer: then the vendor, who saw the request earlier, never counts more than we do.
    return () => {
      mine.freeAt = clock.now() + windowMilliseconds;
    };
  };

  return {
    take(signal) {
      const next = turn.then(() => place(signal));
      turn = next.catch(() => {});
      return next;
    },
    allow(given) {
      allowed = Math.max(1, Math.floor(given));
    },
  };
}

const shared = new Map<string, Pace>();
const MOST_SHARED = 1_000;

/** The one pace of this process for whatever a vendor counts together, so that a run that begins where another ended keeps the limit too. `key` says at which address and for whom; it is kept as a hash. */
export function sharedPace(key: string, options: PaceOptions): Pace {
  if (options.clock && options.clock !== realClock) return pace(options);
  const whole = createHash('sha256').update(`${key} ${options.count}/${options.windowMilliseconds}`).digest('base64');
  const known = shared.get(whole) ?? pace(options);
  shared.set(whole, known);
  const [oldest] = shared.keys();
  if (shared.size > MOST_SHARED && oldest !== undefined) shared.delete(oldest);
  return known;
}
