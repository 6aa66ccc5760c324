/** Where a test may kill the process, in the order of a run. */
export type CrashPoint = 'before request' | 'after response' | 'after rows' | 'after commit' | 'before derive' | 'in derive';

let passed = 0;

/**
 * Kills this process as `kill -9` would, when the environment asks for it: `BATON_CRASH_AT='after rows:3'`
 * dies at the third passing of that point. Nothing happens otherwise.
 */
export function crashPoint(point: CrashPoint): void {
  const wanted = process.env.BATON_CRASH_AT;
  if (!wanted?.startsWith(`${point}:`)) return;
  passed += 1;
  if (passed === Number(wanted.slice(point.length + 1))) process.kill(process.pid, 'SIGKILL');
}
