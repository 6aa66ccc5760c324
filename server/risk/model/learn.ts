import { backtest, type Score, scoreOf, type Test } from './backtest.js';
import { type CalibrationGroup, calibrationTable } from './calibration-table.js';
import { enough, sizeOf } from './enough.js';
import type { Past } from './past.js';
import { type Fitted, regress } from './regress.js';

/** Ages at the score that are told apart, from and up to, in days. */
const AGES: readonly [number, number][] = [
  [0, 7],
  [7, 14],
  [14, 30],
  [30, 60],
  [60, 366],
];

/** Whether the chances may be said, and if not, what is wanting. */
export type Verdict = 'holds' | 'too little history' | 'not tested yet' | 'no better than the base rate';

export interface Model {
  verdict: Verdict;
  fitted: Fitted | null;
  months: number[];
  score: Score;
  /** Scores of handoffs of an age. */
  byAge: { from: number; to: number; score: Score }[];
  calibration: CalibrationGroup[];
}

/** Learns from the past and tests what was learnt on it. The same past gives the same model. */
export function learn(past: Past): Model {
  const tests = backtest(past);
  const fitted = enough(past.mature) && enough(sizeOf(past.looks)) ? regress(past.looks, past) : null;
  const score = scoreOf(tests);
  return {
    verdict: verdictOf(fitted, score),
    fitted,
    months: [...new Set(tests.map(({ month }) => month))],
    score,
    byAge: AGES.map(([from, to]) => ({ from, to, score: scoreOf(tests.filter(agedBetween(from, to))) })),
    calibration: calibrationTable(tests),
  };
}

const agedBetween = (from: number, to: number) => (test: Test) => test.age >= from && test.age < to;

/**
 * Better than the base rate: beyond doubt it tells better who leaves (the lower limit of the gain in AUC), and what it says
 * comes nearer to the truth. The skill alone is a dull witness where few leave.
 */
function verdictOf(fitted: Fitted | null, { gain, skill }: Score): Verdict {
  if (!fitted) return 'too little history';
  if (!gain || !skill) return 'not tested yet';
  return gain.low > 0 && skill.value > 0 ? 'holds' : 'no better than the base rate';
}
