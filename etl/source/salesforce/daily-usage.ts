import type { HttpAnswer } from '../exchange.js';
import { SourceError } from '../source-error.js';

/** Keeps a part of the org's requests for everybody else. */
export interface DailyUsage {
  learn(answer: HttpAnswer): void;
  /** Throws when our share of the last 24 hours is used up. */
  check(): void;
}

/** By the header `Sforce-Limit-Info: api-usage=101/15000`; `share` is of all requests that the org may send. */
export function dailyUsage(share: number): DailyUsage {
  let used = 0;
  let allowed = Number.POSITIVE_INFINITY;
  return {
    learn({ headers }) {
      const [, count, most] = /\bapi-usage=(\d+)\/(\d+)/.exec(headers['sforce-limit-info'] ?? '') ?? [];
      if (count === undefined || most === undefined || Number(most) === 0) return;
      used = Number(count);
      allowed = Number(most);
    },
    check() {
      if (used < allowed * share) return;
      const message = `Salesforce: ${used} of the org's ${allowed} requests of the last 24 hours are used. The rest is left to others; reading goes on when there is room again.`;
      throw new SourceError('rate', message);
    },
  };
}
