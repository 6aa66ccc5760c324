import type { Question } from '../kpi/question.js';
import { STEPS } from './step.js';
import { waitingPart } from './waiting-part.js';
import type { Walk } from './walk.js';

export interface StandingArr {
  sum: Float64Array;
  /** How many handoffs each sum is of. */
  known: Int32Array;
  add(walk: Walk, row: number): void;
}

/** Adds up the ARR of those who wait, by the step they stand after. Other currencies do not add up to anything. */
export function standingArr({ snapshot, workspace }: Question): StandingArr {
  const { columns } = snapshot;
  const money = columns.dimension.get('currency');
  const foreign = money?.values.map((value) => value !== null && value !== workspace.currency);
  const [sum, known] = [new Float64Array(STEPS.length), new Int32Array(STEPS.length)];
  return {
    sum,
    known,
    add(walk, row) {
      const arr = columns.arr[row] ?? -1;
      if (!(arr >= 0) || foreign?.[money?.codes[row] ?? 0]) return;
      const bin = waitingPart.bin(walk);
      if (bin < 0) return;
      const step = Math.floor(bin / waitingPart.span);
      sum[step] = (sum[step] ?? 0) + arr;
      known[step] = (known[step] ?? 0) + 1;
    },
  };
}
