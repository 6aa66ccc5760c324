import type { Counts, Difference, Kpi } from './kpi.js';
import type { KpiAnswer, Measure, Unit } from './kpi.schema.js';
import { maturityOf } from './maturity.js';
import { measure } from './measure.js';
import { addDays, addMonths, daysBetween, type Period } from './period.js';
import type { Question } from './question.js';
import { NO_CHANGE } from './signal.js';

type Comparison = NonNullable<KpiAnswer['comparison']>;

export type With = 'previous' | 'year';

/** What a period is compared with, and how that is called. */
export interface Earlier {
  name: string;
  period: Period;
}

/** The period before of the same length, in months where it is whole months; or the same days a year before. */
export function earlierThan({ from, to }: Period, compare: With): Earlier {
  if (compare === 'year') return { name: 'the year before', period: { from: addMonths(from, -12), to: addMonths(to, -12) } };
  const months = wholeMonths(from, to);
  if (months > 0)
    return {
      name: months === 1 ? 'the previous month' : `the previous ${months} months`,
      period: { from: addMonths(from, -months), to: from },
    };
  const days = daysBetween(from, to);
  return { name: days === 1 ? 'the previous day' : `the previous ${days} days`, period: { from: addDays(from, -days), to: from } };
}

/** 0 when the period does not end on the day of the month it begins on. */
function wholeMonths(from: string, to: string): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return months > 0 && addMonths(from, months) === to && addMonths(to, -months) === from ? months : 0;
}

/** The difference is given only where both periods are mature and large enough for a number. */
export function comparisonOf(
  kpi: Kpi,
  question: Question,
  { now, before, earlier }: { now: Counts; before: Counts; earlier: Earlier },
): Comparison {
  const [one, two] = [measure(kpi, now), measure(kpi, before)];
  const obstacle = obstacleOf(kpi, question, { one, two, earlier });
  const difference = obstacle === null ? kpi.change.difference(now, before) : null;
  return {
    name: earlier.name,
    period: earlier.period,
    measure: two,
    difference: difference?.difference ?? null,
    low: difference?.low ?? null,
    high: difference?.high ?? null,
    clear: difference?.clear ?? false,
    words: obstacle ?? (difference?.clear ? wordsOf(difference, kpi.unit, earlier.name) : NO_CHANGE),
  };
}

function obstacleOf(kpi: Kpi, question: Question, { one, two, earlier }: { one: Measure; two: Measure; earlier: Earlier }): string | null {
  if (two.n === 0) return 'no earlier data';
  const now = maturityOf(question, question.period, kpi.windowDays);
  if (!now.mature) return `so far: comparable from ${now.maturesOn} on`;
  if (!maturityOf(question, earlier.period, kpi.windowDays).mature) return 'the earlier period is not mature yet';
  if (one.value === null) return `this period: ${one.why}`;
  return two.value === null ? `earlier period: ${two.why}` : null;
}

function wordsOf({ difference }: Difference, unit: Unit, name: string): string {
  const way = difference > 0 ? 'higher' : 'lower';
  return difference === 0 ? `clearly different from ${name}` : `${amountOf(Math.abs(difference), unit)} ${way} than in ${name}`;
}

function amountOf(size: number, unit: Unit): string {
  if (unit === 'share') return `${(size * 100).toFixed(1)} points`;
  return unit === 'per 100 handoffs' ? `${size.toFixed(1)} per 100 handoffs` : `${size} ${size === 1 ? unit.slice(0, -1) : unit}`;
}
