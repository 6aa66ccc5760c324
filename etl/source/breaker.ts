import { createHash } from 'node:crypto';
import type { Clock } from './clock.js';
import { SourceError } from './source-error.js';

/** Whether one vendor, at one host and under one identity, is to be asked at all. Shared by all connections of this process. */
export interface Breaker {
  /** Throws a SourceError while the vendor is left alone. After that time one question is let through, and the next only if it came to nothing or went well. */
  admit(): void;
  worked(): void;
  /** Counts a fault of the vendor or the network; opens at the last of `breakAfter` in a row. */
  failed(error: SourceError): void;
}

export interface BreakerOptions {
  name: string;
  /** Of the address asked. */
  origin: string;
  /** Headers that say who asks; kept as a hash only. */
  identity: Record<string, string>;
  breakAfter: number;
  coolMilliseconds: number;
  clock: Clock;
}

interface Trouble {
  count: number;
  since: number;
  /** Null while still asked. */
  coolUntil: number | null;
  last: SourceError;
}

/** Only of those in trouble, so that it does not grow with tokens. */
const troubles = new Map<string, Trouble>();
const MOST_TROUBLES = 1_000;

export function breaker(options: BreakerOptions): Breaker {
  const { name, breakAfter, coolMilliseconds, clock } = options;
  const key = keyOf(options);
  return {
    admit() {
      const trouble = troubles.get(key);
      if (trouble?.coolUntil == null) return;
      if (clock.now() < trouble.coolUntil) throw leftAlone(name, trouble);
      trouble.coolUntil = clock.now() + coolMilliseconds;
    },
    worked() {
      troubles.delete(key);
    },
    failed(error) {
      const before = troubles.get(key);
      const count = (before?.count ?? 0) + 1;
      const coolUntil = count >= breakAfter ? clock.now() + coolMilliseconds : null;
      troubles.set(key, { count, since: before?.since ?? clock.now(), coolUntil, last: error });
      const [oldest] = troubles.keys();
      if (troubles.size > MOST_TROUBLES && oldest !== undefined) troubles.delete(oldest);
    },
  };
}

function leftAlone(name: string, { count, since, coolUntil, last }: Trouble): SourceError {
  const until = coolUntil === null ? '' : ` It is asked again after ${utc(coolUntil)}.`;
  const message = `${name} has failed ${count} times in a row since ${utc(since)} and is left alone.${until} Last: ${last.message}`;
  return new SourceError(last.kind, message, { cause: last, ...(last.status === null ? {} : { status: last.status }) });
}

const utc = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const keyOf = ({ name, origin, identity }: BreakerOptions) =>
  createHash('sha256')
    .update(JSON.stringify([name, origin, identity]))
    .digest('base64');
