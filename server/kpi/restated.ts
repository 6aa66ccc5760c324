import { type Restated, restatedSince } from '../handoff/restated.js';
import type { Snapshot } from '../handoff/snapshot.js';
import { EVERYTHING } from '../handoff/visibility.js';
import { count } from './count.js';
import type { Counts, Kpi } from './kpi.js';
import type { KpiAnswer, Measure } from './kpi.schema.js';
import { measure } from './measure.js';
import { observed } from './observed.js';
import { dateIn, type Period } from './period.js';
import { type Ground, type Question, rangeOf, selectionOf } from './question.js';
import { maturePosition } from './selection.js';

/** The handoffs of a question that had been told otherwise: asked as they were told, and as they are known. */
export interface Otherwise {
  told: Question;
  now: Question;
  foundAt: Restated['foundAt'];
}

const known = new WeakMap<Snapshot, Promise<Restated | null>>();

/** Every correction of records since the first telling. A new definition has its own mark, and a question of what was known then has none. */
export async function otherwise(ground: Ground, question: Question): Promise<Otherwise | null> {
  if (question.knownAt !== null) return null;
  const { snapshot, workspace } = question;
  const undone = { workspaceId: workspace.id, revision: '0', except: 'definition' } as const;
  const restated = known.get(snapshot) ?? restatedSince(ground.db, snapshot, undone);
  known.set(snapshot, restated);
  restated.catch(() => known.delete(snapshot));
  return askedOf(ground, question, await restated);
}

/** The same question of the restated handoffs alone. */
export function askedOf({ visibility = EVERYTHING }: Ground, question: Question, restated: Restated | null): Otherwise | null {
  if (!restated) return null;
  const of = (snapshot: Snapshot): Question => ({ ...question, snapshot, ...selectionOf(snapshot, { ...question, visibility }) });
  return { told: of(restated.told), now: of(restated.now), foundAt: restated.foundAt };
}

type TrendPoint = KpiAnswer['trend'][number];

/** The points, each with what it would say had nothing been corrected; `counts` are theirs. */
export function withRestated(
  trend: readonly TrendPoint[],
  { kpi, counts, other }: { kpi: Kpi; counts: readonly Counts[]; other: Otherwise | null },
): TrendPoint[] {
  if (!other) return [...trend];
  const moved = movedBy(kpi, other, { periods: trend.map(({ period }) => period), counts });
  return trend.map((point, i) => ({ ...point, restated: moved[i] ?? null }));
}

/** What a period would say had it not been corrected, and the day of the last correction that moved it. */
export interface Moved {
  from: Measure;
  on: string;
}

/** Null for each period whose measure the corrections left as it was. */
export function movedBy(
  kpi: Kpi,
  other: Otherwise,
  { periods, counts }: { periods: readonly Period[]; counts: readonly Counts[] },
): (Moved | null)[] {
  const counted = (question: Question) =>
    count(question, kpi, { ranges: periods.map((period) => rangeOf(question, period)), by: null }).ranges;
  const [told, now] = [counted(other.told), counted(other.now)];
  return periods.map((period, i) => {
    const [all, was, is] = [counts[i], told[i], now[i]];
    if (!all || !was || !is || same(was, is)) return null;
    const from = measure(kpi, { all: instead(all.all, was.all, is.all), mature: instead(all.mature, was.mature, is.mature) });
    if (JSON.stringify(from) === JSON.stringify(measure(kpi, all))) return null;
    const last = Math.max(...moving(kpi, other, period).map((id) => other.foundAt.get(id)?.getTime() ?? 0));
    return { from, on: dateIn(new Date(last), other.now.calendar.timeZone) };
  });
}

const same = (one: Counts, two: Counts) => equal(one.all, two.all) && equal(one.mature, two.mature);

const equal = (one: Int32Array, two: Int32Array) => one.every((count, bin) => count === two[bin]);

const instead = (all: Int32Array, was: Int32Array, is: Int32Array) => all.map((count, bin) => count + (was[bin] ?? 0) - (is[bin] ?? 0));

/** The handoffs that the KPI sees otherwise in a period than it had been told, by id. */
export function moving(kpi: Kpi, { told, now }: Otherwise, period: Period): string[] {
  const [was, is] = [seenIn(kpi, told, period), seenIn(kpi, now, period)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
}

/** Bin and maturity of each handoff of a period. */
function seenIn(kpi: Kpi, question: Question, period: Period): Map<string, string> {
  const [bins, mature] = [observed(question, kpi.observe), maturePosition(question, kpi.windowDays)];
  const { from, to } = rangeOf(question, period);
  const rows = Array.from(question.rows.subarray(from, to));
  return new Map(rows.map((row, i) => [question.snapshot.id(row), `${bins[row]} ${from + i < mature}`]));
}
