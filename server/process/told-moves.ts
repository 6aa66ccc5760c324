import { DAY_SECONDS } from '../handoff/column.js';
import type { Estimate } from '../kpi/kpi.js';
import { measured } from '../kpi/measure.js';
import { curveOf, membersOf, ofOutcome, quantileOfEnded, shareWithin, sum } from './estimate.js';
import { LEFT_HERE, STANDS } from './move-part.js';
import { MOVE_PARTS } from './parts.js';
import type { ProcessAnswer } from './process.schema.js';
import { HOUR_SECONDS, stepAt } from './step.js';
import { UNIT_SECONDS } from './step-part.js';
import type { Walked } from './walked.js';

/** Which step followed which; hours on the wall clock. */
export function toldMoves({ countsOf }: Walked): ProcessAnswer['moves'] {
  return MOVE_PARTS.flatMap((part, from) => {
    const counts = countsOf(part);
    const rests = membersOf(counts);
    return part.outcomes.flatMap(({ label }, to) => {
      const hours = ofOutcome(part, counts, to);
      const n = sum(hours);
      if (to === STANDS || n === 0) return [];
      const unit = to === LEFT_HERE ? 'days' : stepAt(to).unit;
      const went = { n, mature: sum(ofOutcome(part, { ...counts, all: counts.mature }, to)) };
      const per = UNIT_SECONDS[unit] / HOUR_SECONDS;
      return [
        {
          from: stepAt(from).id,
          to: to === LEFT_HERE ? ('left' as const) : stepAt(to).id,
          label,
          count: n,
          share: measured(shareWithin(curveOf(part, counts, { event: to, waiting: STANDS }), DAY_SECONDS / HOUR_SECONDS), rests),
          unit,
          median: measured(inUnits(quantileOfEnded(hours, 0.5, HOUR_SECONDS), per), went),
        },
      ];
    });
  });
}

/** Whole units of `per` smaller ones each. */
function inUnits({ value, low, high, why }: Estimate, per: number): Estimate {
  const whole = (time: number | null) => (time === null ? null : Math.floor(time / per));
  return { value: whole(value), low: whole(low), high: whole(high), why };
}
