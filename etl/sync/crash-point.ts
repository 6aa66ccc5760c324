/** Where a drill may kill the process, in the order of a run. */
export const CRASH_POINTS = [
  'in retry',
  'before request',
  'after response',
  'after parse',
  'in insert',
  'after rows',
  'after commit',
  'before credentials',
  'after credentials',
  'after first load',
  'in sweep',
  'before marks',
  'in marks',
  'in reread',
  'before count',
  'before derive',
  'in derive',
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

/** `BATON_CRASH_AT='after rows:3'` dies at the third passing of that point. */
const wanted = process.env.BATON_CRASH_AT ?? null;
let passed = 0;

/** Kills this process as `kill -9` would, when the environment it was started in asks for it. Nothing happens otherwise. */
export function crashPoint(point: CrashPoint): void {
  if (wanted === null || !wanted.startsWith(`${point}:`)) return;
  passed += 1;
  if (passed === Number(wanted.slice(point.length + 1))) process.kill(process.pid, 'SIGKILL');
}
