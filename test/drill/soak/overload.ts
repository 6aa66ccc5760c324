import { setTimeout as wait } from 'node:timers/promises';
import { count, type Tally } from '../report.js';
import { endsOf, OpenLoad } from '../running/open-load.js';
import type { SignedInAt } from '../running/signed-in.js';
import type { Reading } from './reading.js';
import { SOAKED } from './soaked.js';

/** How much more comes than usual, and more again until something is refused. */
const TIMES = [5, 25, 50];
const SECONDS = 20;
const MOST_RECOVERY = 10;
/** Milliseconds: as fast as usual again. */
const FAST = 1_000;

/** More people than can be served: some are refused at once and told when to come again, nothing breaks, and it is over when they are gone. */
export async function overloaded(
  { session, look, perSecond }: { session: SignedInAt; look: () => Promise<Reading>; perSecond: number },
  tally: Tally,
): Promise<void> {
  let refusals = 0;
  for (const times of TIMES) {
    const load = new OpenLoad(session, SOAKED);
    load.run(perSecond * times);
    await wait(SECONDS * 1000);
    load.run(perSecond);
    const recovery = await recovered(load);
    await load.stop();
    const refused = load.arrivals.filter(({ end }) => end === '429' || end === '503');
    refusals += refused.length;
    const told = refused.filter(({ retryAfter }) => retryAfter).length;
    const others = load.arrivals.filter(({ end }) => !['200', '429', '503'].includes(end));
    const right = told === refused.length && others.length === 0 && recovery !== null && recovery <= MOST_RECOVERY;
    const back = recovery === null ? 'never' : `${recovery.toFixed(1)} s`;
    const words = `${times} times as many, ${perSecond * times} a second for ${SECONDS} s: ${load.arrivals.length} requests, not answered: ${endsOf(load.arrivals)}; told when to come again: ${told} of ${refused.length}; as usual again after ${back}`;
    count(tally, right, words);
  }
  count(tally, refusals > 0, `more than can be served is refused: ${refusals} times, with 429 or 503`);
  const idle = await idleAgain(look);
  count(tally, idle !== null, idle === null ? 'connections stay busy' : `connections idle again after ${idle.toFixed(1)} s`);
}

/** Seconds until at most one connection is busy, as with a mail that is due; null when more are all the time that recovery may take. */
async function idleAgain(look: () => Promise<Reading>): Promise<number | null> {
  const since = performance.now();
  while (performance.now() - since < MOST_RECOVERY * 1000) {
    const { busy } = await look();
    if (busy <= 1) return (performance.now() - since) / 1000;
    await wait(500);
  }
  return null;
}

/** Seconds until all that comes is answered, and fast; null when that never comes. */
async function recovered({ arrivals }: OpenLoad): Promise<number | null> {
  const since = performance.now();
  while (performance.now() - since < 4 * MOST_RECOVERY * 1000) {
    await wait(250);
    const late = arrivals.filter(({ at, end, milliseconds }) => at >= since && (end !== '200' || milliseconds > FAST));
    const last = Math.max(since, ...late.map(({ at }) => at));
    if (performance.now() - last > 3_000 && arrivals.some(({ at }) => at > last)) return (last - since) / 1000;
  }
  return null;
}
