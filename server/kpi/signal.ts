import type { KpiAnswer } from './kpi.schema.js';
import type { Interval } from './period.js';
import type { Firing } from './statistics/run-rules.js';
import type { Judged } from './trend.js';

type Signal = KpiAnswer['signal'];

export const NO_CHANGE = 'no clear change';

/** Periods for which a firing is still news: who looks once a month must not miss it. */
const NEWS = 3;

/** The newest rule that fires within the three newest mature periods; else "no clear change" of the newest. Its period is null when there is none to judge. */
export function signalOf(trend: readonly Judged[], interval: Interval): Signal {
  const mature = trend.filter(({ point }) => point.mature && point.measure.value !== null).slice(-NEWS);
  const told = mature.findLast(({ firing }) => firing !== null) ?? mature.at(-1);
  const { firing = null, point } = told ?? {};
  return {
    clear: firing !== null,
    words: firing && point ? wordsOf(firing, point.label, interval) : NO_CHANGE,
    rule: firing?.rule ?? null,
    period: point?.period ?? null,
  };
}

function wordsOf({ rule, direction }: Firing, label: string, interval: Interval): string {
  const inPeriod = label.startsWith('week') ? `in the ${label}` : `in ${label}`;
  const words = {
    'outside its limits': `${direction} than its usual range ${inPeriod}`,
    'eight in a row on one side': `${direction} than usual for eight ${interval}s in a row, last ${inPeriod}`,
    'six in a row rising': `rising for six ${interval}s in a row, last ${inPeriod}`,
    'six in a row falling': `falling for six ${interval}s in a row, last ${inPeriod}`,
  };
  return words[rule];
}
