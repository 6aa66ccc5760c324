import type { Counts, Kpi } from './kpi.js';
import type { KpiAnswer } from './kpi.schema.js';
import { maturityOf } from './maturity.js';
import { measure } from './measure.js';
import { type Interval, labelOf, type Period } from './period.js';
import type { Question } from './question.js';
import { type Firing, runRule, type Watched } from './statistics/run-rules.js';

type TrendPoint = KpiAnswer['trend'][number];

/** A point of the trend, and the rule that fires at it. */
export interface Judged {
  point: TrendPoint;
  firing: Firing | null;
}

/** Each period with its usual range, which rests on the mature periods before it. Immature and small ones have none and are in none. */
export function trendOf(
  kpi: Kpi,
  question: Question,
  { periods, counts, interval }: { periods: Period[]; counts: Counts[]; interval: Interval },
): Judged[] {
  const earlier: Counts[] = [];
  const watched: Watched[] = [];
  return periods.map((period, i) => {
    const now = counts[i];
    if (!now) throw new Error('a period of the trend was not counted');
    const rests = measure(kpi, now);
    const maturity = maturityOf(question, period, kpi.windowDays);
    const judged = maturity.mature && rests.value !== null;
    const limits = judged ? kpi.change.limits(earlier, now) : null;
    if (judged && rests.value !== null) watched.push({ value: rests.value, limits });
    const firing = judged ? runRule(watched) : null;
    if (judged) earlier.push(now);
    return {
      point: {
        period,
        label: labelOf(period, interval, question.calendar),
        measure: rests,
        ...maturity,
        limits,
        outside: firing !== null,
        restated: null,
      },
      firing,
    };
  });
}
