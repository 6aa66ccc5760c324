import { DAY_SECONDS, type Ragged } from '../handoff/column.js';
import { segmentCodes } from './by-segment.js';
import { MET, MISSED, secondsOf, type Watched } from './judge-clock.js';
import type { Bins } from './kpi.js';
import { momentAt } from './row-moment.js';

/**
 * Adds to each code whether contact was kept in the first `days`: missed once any silence was too long; met once none can become too long any more;
 * a customer who left while contact was kept leaves it open.
 */
export function judgeQuiet(into: Bins, watched: Watched, days: number): void {
  const { columns, until, power } = watched;
  const { won_at, churned_at } = columns.moment;
  const [codes, targets] = [segmentCodes(columns), secondsOf(watched)];
  for (let row = 0; row < columns.count; row++) {
    const won = momentAt(won_at, row);
    if (won > until) continue;
    const windowEnd = won + days * DAY_SECONDS;
    const leftAt = momentAt(churned_at, row);
    const verdict = quiet(columns.list.contact_at, row, { won, windowEnd, leftAt, until, target: targets[codes[row] ?? 0] ?? 0 });
    into[row] = (into[row] ?? 0) + verdict * power;
  }
}

interface Silence {
  won: number;
  windowEnd: number;
  leftAt: number;
  until: number;
  target: number;
}

function quiet({ offsets, values }: Ragged, row: number, { won, windowEnd, leftAt, until, target }: Silence): number {
  const watchedUntil = Math.min(leftAt, windowEnd);
  let [since, longest] = [won, 0];
  for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++) {
    const at = momentAt(values, i);
    if (at <= won || at > until || at >= watchedUntil) continue;
    longest = Math.max(longest, at - since);
    since = at;
  }
  if (Math.max(longest, Math.min(watchedUntil, until) - since) > target) return MISSED;
  if (watchedUntil <= until) return leftAt < windowEnd ? 0 : MET;
  return since > won && since + target >= windowEnd ? MET : 0;
}
