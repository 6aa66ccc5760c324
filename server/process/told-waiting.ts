import { measured } from '../kpi/measure.js';
import { ofOutcome, quantileOfEnded, sum } from './estimate.js';
import type { ProcessAnswer } from './process.schema.js';
import { stepAt } from './step.js';
import { nextOf, waitingPart } from './waiting-part.js';
import type { Walked } from './walked.js';

/** Where handoffs stand now, and for how long. */
export function toldWaiting({ countsOf }: Walked, arr: { sum: Float64Array; known: Int32Array }): ProcessAnswer['waiting'] {
  const counts = countsOf(waitingPart);
  return waitingPart.outcomes.flatMap(({ label }, step) => {
    const days = ofOutcome(waitingPart, counts, step);
    const n = sum(days);
    if (n === 0) return [];
    const rests = { n, mature: sum(ofOutcome(waitingPart, { ...counts, all: counts.mature }, step)) };
    const stood = (p: number) => measured(quantileOfEnded(days, p, waitingPart.unitSeconds), rests);
    const withArr = arr.known[step] ?? 0;
    return [
      {
        after: stepAt(step).id,
        before: stepAt(nextOf(step)).id,
        label,
        count: n,
        median: stood(0.5),
        lowerQuartile: stood(0.25),
        upperQuartile: stood(0.75),
        arr: withArr > 0 ? (arr.sum[step] ?? 0) : null,
        withArr,
      },
    ];
  });
}
