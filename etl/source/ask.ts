import type { Clock } from './clock.js';
import type { HttpAnswer } from './exchange.js';
import type { HttpLimits } from './http-limits.js';
import type { Pace } from './pace.js';

/** One vendor's API at one address, with one identity. */
export interface ConnectionOptions {
  /** Whom to name in a message: 'HubSpot'. */
  name: string;
  baseUrl: string;
  /** Headers that say who asks. */
  authorize(signal: AbortSignal): Promise<Record<string, string>>;
  /** Forgets the identity that was answered 401, so that `authorize` gets another. Absent where there is no other. */
  renew?(refused: Record<string, string>): void;
  /** Sees every answer, for limits stated in headers. */
  onAnswer?(answer: HttpAnswer): void;
  /** Says why an answer is not worth another try although its status is; null when it is. */
  hopeless?(answer: HttpAnswer): string | null;
  /** Wait after a 429 that does not say how long. */
  rateWaitMilliseconds?: number;
  /** What must never be repeated in a message, beside the identity. */
  secrets?: string[];
  /** Before those of `BATON_HTTP`, which stand before the usual ones. */
  limits?: Partial<HttpLimits>;
  clock?: Clock;
  random?: () => number;
}

/** Null leaves a parameter out; a list repeats it. */
export type Query = Record<string, string | number | boolean | string[] | null>;

export interface Ask {
  method?: 'GET' | 'POST';
  /** From the root of the host. */
  path: string;
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form, instead of a body. */
  form?: Record<string, string>;
  /** Beside those that say who asks: `accept` for another form than JSON. */
  headers?: Record<string, string>;
  pace: Pace;
  /** Statuses that the caller answers itself, by asking for less. */
  handled?: number[];
  /** True for a question that is asked until something has happened, so that the same answer over and over is no fault. */
  polls?: boolean;
  signal: AbortSignal;
}
