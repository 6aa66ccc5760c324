import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a server by a drill. The file named by BATON_MEDDLE holds JSON: by how much the clock of this process is wrong,
 * and what else is to go wrong once, in the processes and threads that are there when it is written. Postgres and everything else
 * keep the right time.
 */
const file = process.env.BATON_MEDDLE;
const RealDate = Date;
let shift = 0;
let done = null;

class WrongDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }
  static now() {
    return RealDate.now() + shift;
  }
}

/** What is to go wrong and is new; null: nothing. */
function look() {
  let wanted;
  try {
    wanted = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  shift = wanted.shiftMilliseconds ?? 0;
  const { once = null } = wanted;
  if (!once || once.id === done) return null;
  done = once.id;
  return once.what;
}

function meddle() {
  const what = look();
  if (what === null) return;
  if (!isMainThread) {
    if (what === 'crash thread') throw new Error('a thread crashed for the drill');
    return;
  }
  if (what === 'block') for (const until = RealDate.now() + 5_000; RealDate.now() < until; );
  if (what === 'leak') leak();
}

const hoard = [];
/** Until the process has no memory left. */
function leak() {
  hoard.push(Array.from({ length: 200_000 }, (_, i) => ({ i })));
  setTimeout(leak, 5);
}

if (file) {
  // What a process before this one died of is not for this one.
  look();
  globalThis.Date = WrongDate;
  setInterval(meddle, 50).unref();
}
