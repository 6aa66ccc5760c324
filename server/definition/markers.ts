import { dateIn, type Period } from '../kpi/period.js';
import { differencesOf } from './difference.js';
import type { Decided } from './versions.js';

/** A version that was decided within a trend, and what of it concerns the KPI. */
export interface Marker {
  version: number;
  /** The day in the workspace's time zone. */
  on: string;
  note: string | null;
  changes: string[];
}

/** Of the versions decided within a trend, those that touch a KPI, the oldest first. */
export function markersOf(
  { versions, calendar }: { versions: readonly Decided[]; calendar: { timeZone: string } },
  { kpi, periods }: { kpi: string; periods: readonly Period[] },
): Marker[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  return versions.flatMap(({ version, definition, decidedAt, note }, i) => {
    const before = versions[i - 1];
    const on = decidedAt && dateIn(decidedAt, calendar.timeZone);
    if (!before || !on || on < first.from || on >= last.to) return [];
    const changes = differencesOf(before.definition, definition)
      .filter(({ kpis }) => kpis === null || kpis.includes(kpi))
      .map(({ words }) => words);
    return changes.length > 0 ? [{ version, on, note, changes }] : [];
  });
}
