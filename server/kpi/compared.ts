import type { Earlier } from './earlier.js';
import type { Kpi } from './kpi.js';
import { matureUntil } from './maturity.js';
import { addDays, addMonths, daysBetween, type Period } from './period.js';
import { type Question, rangeOf } from './question.js';
import type { Range } from './selection.js';

/** What of a period is held against what of an earlier one. */
export interface Compared {
  name: string;
  now: Period;
  before: Period;
  /** The rows of both. */
  ranges: [Range, Range];
  /** False when only the mature part of the period is. */
  whole: boolean;
}

/** The period against the earlier one; while it is immature, its mature part against the same stretch of the earlier one: like for like. Where nothing is mature yet, the whole. */
export function comparedIn(question: Question, { windowDays }: Kpi, earlier: Earlier): Compared {
  const { period } = question;
  const end = matureUntil(question, windowDays);
  const part = end !== null && end > period.from && end < period.to;
  const now = part ? { from: period.from, to: end } : period;
  const before = part ? { from: earlier.period.from, to: shifted(end, period, earlier.period) } : earlier.period;
  return { name: earlier.name, now, before, ranges: [rangeOf(question, now), rangeOf(question, before)], whole: !part };
}

/** As far into the earlier period as `date` is into this one: by months where the periods are months apart, else by days. */
function shifted(date: string, period: Period, earlier: Period): string {
  const months =
    (Number(period.from.slice(0, 4)) - Number(earlier.from.slice(0, 4))) * 12 +
    Number(period.from.slice(5, 7)) -
    Number(earlier.from.slice(5, 7));
  if (months > 0 && addMonths(period.from, -months) === earlier.from) return addMonths(date, -months);
  return addDays(date, -daysBetween(earlier.from, period.from));
}
