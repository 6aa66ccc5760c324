import { toDate } from '../handoff/column.js';
import { count } from '../kpi/count.js';
import type { Kpi } from '../kpi/kpi.js';
import { kpiOf, kpisOn } from '../kpi/kpis.js';
import { measure } from '../kpi/measure.js';
import { addDays, cut, dateIn, type Interval, labelOf, type Period } from '../kpi/period.js';
import { type Ground, type Question, rangeOf } from '../kpi/question.js';
import { movedBy, moving, type Otherwise } from '../kpi/restated.js';
import type { Found } from './finding.js';
import { restatedHandoffs } from './restated-handoffs.js';
import type { Restatements } from './restatement.schema.js';

type ToldPeriod = Restatements['findings'][number]['periods'][number];

/** More are counted, not listed. */
const MOST_LISTED = 50;

/** Of periods without end the latest. */
const MOST_PERIODS = 36;

interface Asked {
  found: Found;
  other: Otherwise;
  /** Every KPI when left out. */
  kpi: string | undefined;
  interval: Interval;
  /** Only those that touch it; all when null. */
  within: Period | null;
}

/** The periods in which a finding moved a KPI, the latest first: from what to what, and by which handoffs. */
export async function restatedPeriods(ground: Ground, question: Question, asked: Asked): Promise<ToldPeriod[]> {
  const { other, interval, within } = asked;
  const periods = touched(other, interval).filter((period) => !within || (period.from < within.to && period.to > within.from));
  const kpis = asked.kpi === undefined ? kpisOn(question.terms) : [kpiOf(question.terms, asked.kpi)];
  const moved = kpis.map((kpi) => kpiMoved(kpi, question, { other, periods }));
  const told: ToldPeriod[] = [];
  for (const [i, period] of periods.entries()) {
    const shown = moved.flatMap((of) => of[i] ?? []);
    const ids = restatedIn(other, period);
    if (shown.length === 0 || ids.length === 0) continue;
    const handoffs = await restatedHandoffs(ground.db, question.workspace, { found: asked.found, ids: ids.slice(0, MOST_LISTED) });
    told.push({ period, label: labelOf(period, interval, question.calendar), kpis: shown, count: ids.length, handoffs });
  }
  return told;
}

/** By period; null where it stayed as it was. */
function kpiMoved(kpi: Kpi, question: Question, { other, periods }: { other: Otherwise; periods: Period[] }) {
  const ranges = periods.map((period) => rangeOf(question, period));
  const counts = count(question, kpi, { ranges, by: null }).ranges;
  return movedBy(kpi, other, { periods, counts }).map((one, i) => {
    const [period, now] = [periods[i], counts[i]];
    if (!one || !period || !now) return null;
    const { id, name, unit } = kpi;
    return { id, name, unit, from: one.from, to: measure(kpi, now), count: moving(kpi, other, period).length };
  });
}

/** The periods in which restated handoffs were won, as told or as known, the latest first. */
function touched({ told, now }: Otherwise, interval: Interval): Period[] {
  const days = [told, now].flatMap(({ snapshot, rows, calendar }) =>
    Array.from(rows, (row) => dateIn(toDate(snapshot.columns.moment.won_at[row] ?? 0), calendar.timeZone)),
  );
  const periods = new Map(
    [...new Set(days)]
      .flatMap((from) => cut({ from, to: addDays(from, 1) }, interval, now.calendar))
      .map((period) => [period.from, period]),
  );
  return [...periods.values()].sort((a, b) => (a.from < b.from ? 1 : -1)).slice(0, MOST_PERIODS);
}

/** The last won first. */
function restatedIn({ told, now }: Otherwise, period: Period): string[] {
  const ids = [now, told].flatMap((question) => {
    const { from, to } = rangeOf(question, period);
    return Array.from(question.rows.subarray(from, to), (row) => question.snapshot.id(row)).reverse();
  });
  return [...new Set(ids)];
}

/** How many handoffs that may be seen were restated. */
export const restatedCount = ({ told, now }: Otherwise): number =>
  new Set([told, now].flatMap(({ snapshot, rows }) => Array.from(rows, (row) => snapshot.id(row)))).size;
