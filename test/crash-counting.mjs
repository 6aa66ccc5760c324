import { existsSync, rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded into a server under test: its counting thread crashes when the file named by CRASH_COUNTING appears. */
const file = process.env.CRASH_COUNTING;
if (!isMainThread && file) {
  setInterval(() => {
    if (!existsSync(file)) return;
    rmSync(file);
    throw new Error('crashed for the test');
  }, 10).unref();
}
