import type { ConnectionOptions } from './ask.js';
import type { Failure } from './attempt.js';
import { realClock } from './clock.js';
import type { HttpLimits } from './http-limits.js';

/**
 * What is done between two attempts of one question. A refused identity is renewed once; else there is a wait: what the vendor
 * asks for, or a random part of a bound that doubles. Throws the error when no other attempt is to be made.
 */
export function recovery({ options, limits }: { options: ConnectionOptions; limits: HttpLimits }) {
  const { clock = realClock, random = Math.random } = options;
  let waited = 0;
  let attempts = 0;
  let renewed = false;
  return async ({ error, again, identity }: Failure, signal: AbortSignal): Promise<void> => {
    if (error.status === 401 && identity && options.renew && !renewed) {
      renewed = true;
      return options.renew(identity);
    }
    attempts += 1;
    if (again === null || attempts >= limits.attempts) throw error;
    const bound = Math.min(limits.longestWaitMilliseconds, limits.firstWaitMilliseconds * 2 ** (attempts - 1));
    const wait = again > 0 ? again + random() * 100 : random() * bound;
    if (wait > limits.patienceMilliseconds || waited + wait > limits.waitingMilliseconds) throw error;
    waited += wait;
    await clock.sleep(wait, signal);
  };
}
