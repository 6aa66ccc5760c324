import type { Answer, Fault, Request } from './fault.js';

/** A vendor's API played on 127.0.0.1 over real HTTP. */
export interface StandIn<Credentials> {
  /** Without a slash at the end. */
  url: string;
  credentials: Credentials;
  /** How many requests came, by method and path: 'GET /crm/owners/2026-03'. */
  requests: Map<string, number>;
  /** The clock behind "now" in the answers; rate limits always use the real one. */
  now: () => Date;
  /** Called for every request from now on; null from it means: answer as usual. `fail(null)` ends it. */
  fail(fault: ((request: Request) => Fault | null) | null): void;
  /** Called with every request and its usual answer from now on. `watch(null)` ends it. */
  watch(watcher: ((seen: Seen) => void) | null): void;
  close(): Promise<void>;
}

/** One exchange, before a fault changes what is sent. */
export interface Seen {
  request: Request;
  answer: Answer;
}
