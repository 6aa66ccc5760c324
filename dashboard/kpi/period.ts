import { addDays, addMonths, dayIn, endOfDay, monthStart, quarterStart } from './calendar.js';
import type { ScopeSearch } from './scope-search.js';

/** Where and when the question is asked. */
export interface Standpoint {
  timeZone: string;
  fiscalStart: number;
  now: Date;
}

export interface Period {
  from: string;
  to: string;
}

/** The windows of 90-day churn, escalations and time to first value; after it every handoff of a period is mature. */
const LONGEST_WINDOW_DAYS = 90;

const MONTHS: Record<string, number> = { '3m': 3, '6m': 6, '12m': 12, '24m': 24 };

/** The as-of as a moment; null means now. A day of today or later also means now: the server refuses the future. */
export function asOfMoment(asOf: string | undefined, at: Standpoint): Date | null {
  if (asOf === undefined) return null;
  const moment = asOf.length === 10 ? endOfDay(asOf, at.timeZone) : new Date(asOf);
  return moment.getTime() < at.now.getTime() ? moment : null;
}

/** The last day the question covers, in the workspace's zone. */
export function asOfDay(asOf: string | undefined, at: Standpoint): string {
  const moment = asOfMoment(asOf, at);
  return moment && asOf?.length === 10 ? asOf : dayIn(at.timeZone, moment ?? at.now);
}

/** The preset a search stands for; dates without a preset are custom. */
export function presetOf(search: ScopeSearch): NonNullable<ScopeSearch['period']> {
  if (search.period && search.period !== 'custom') return search.period;
  return search.from || search.to ? 'custom' : '12m';
}

/** The half-open period of a search, [from, to); a custom one that runs backwards falls back to twelve months. */
export function periodOf(search: ScopeSearch, at: Standpoint): Period {
  const last = asOfDay(search.asOf, at);
  const to = addDays(last, 1);
  const preset = presetOf(search);
  if (preset === 'quarter') return { from: quarterStart(last, at.fiscalStart), to };
  if (preset === 'last-quarter') {
    const start = quarterStart(last, at.fiscalStart);
    return { from: addMonths(start, -3), to: start };
  }
  if (preset === 'mature') {
    const end = monthStart(addDays(to, -LONGEST_WINDOW_DAYS));
    return { from: addMonths(end, -12), to: end };
  }
  if (preset === 'custom') {
    const end = search.to ?? to;
    const from = search.from ?? addMonths(end, -12);
    if (from < end) return { from, to: end };
  }
  return { from: addMonths(to, -(MONTHS[preset] ?? 12)), to };
}
