import { realClock } from '../../etl/source/clock.js';

/** How much faster waiting goes by. */
const SPEED = 50;

/** What the way out does in less time than usual, so that a hanging answer costs a moment. */
const BOUNDS = {
  headersMilliseconds: 400,
  bodyMilliseconds: 400,
  totalMilliseconds: 2_000,
  firstWaitMilliseconds: 20,
  coolMilliseconds: 0,
  sameAnswers: 20,
};

/** Lets waits and paces of all connections go by fifty times as fast. Calling the answer brings the usual time back. */
export function quickenWaits(): () => void {
  const usual = { ...realClock };
  const before = process.env.BATON_HTTP;
  const start = usual.now();
  realClock.now = () => start + SPEED * (usual.now() - start);
  realClock.sleep = (milliseconds, signal) => usual.sleep(milliseconds / SPEED, signal);
  process.env.BATON_HTTP = JSON.stringify(BOUNDS);
  return () => {
    Object.assign(realClock, usual);
    if (before === undefined) delete process.env.BATON_HTTP;
    else process.env.BATON_HTTP = before;
  };
}
