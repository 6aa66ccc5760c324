import { setImmediate } from 'node:timers/promises';

/** Longest stretch of computing between two chances for others. */
const STRETCH_MS = 8;

let since = performance.now();

/** Lets others in when it is time; otherwise costs next to nothing. */
export function pause(): Promise<void> | undefined {
  if (performance.now() - since < STRETCH_MS) return undefined;
  return setImmediate().then(() => {
    since = performance.now();
  });
}
