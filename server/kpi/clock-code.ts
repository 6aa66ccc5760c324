import type { ClockId } from '../definition/clock-id.js';
import { CLOCKS, type Clock, type MomentColumn } from '../handoff/clock.js';
import { type Columns, MOMENTS, type Moment } from '../handoff/column.js';
import { judgeClock, type Watched } from './judge-clock.js';
import { judgeQuiet } from './judge-quiet.js';
import type { Bins, Observation, Terms } from './kpi.js';
import { remembered } from './remembered.js';
import { clockTold } from './told.js';
import { workingOf } from './working-hours.js';

/** How a clock stands: it has stopped in time, it has stopped late or run out, or neither yet. A clock nobody tells of stays open. */
export type Verdict = 'open' | 'met' | 'missed';
export const VERDICTS: readonly Verdict[] = ['open', 'met', 'missed'];

/** Clocks of one code; two codes hold all ten. */
const EACH = 5;

/** Which of the two codes holds a clock, and what it says there. */
export function placeOf(id: ClockId): { half: 0 | 1; verdict(code: number): Verdict } {
  const index = CLOCKS.findIndex((clock) => clock.id === id);
  const power = VERDICTS.length ** (index % EACH);
  return { half: index < EACH ? 0 : 1, verdict: (code) => VERDICTS[Math.floor(code / power) % VERDICTS.length] ?? 'open' };
}

/** The verdicts on the first five clocks of each handoff and on the other five, three to each place. The same for everything declared on the same terms. */
export const clockCodes = remembered((terms: Terms): readonly [Observation, Observation] => {
  const half = (index: 0 | 1): Observation => ({
    bins: VERDICTS.length ** EACH,
    see: (columns, until, into) => judge(terms, CLOCKS.slice(index * EACH, (index + 1) * EACH), { columns, until, into }),
  });
  return [half(0), half(1)];
});

/** 'kickoffAt' is the column 'kickoff_at'. */
function columnOf(name: MomentColumn): Moment {
  const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const moment = MOMENTS.find((one) => one === column);
  if (!moment) throw new Error(`no column of moments is called ${column}`);
  return moment;
}

function judge(terms: Terms, clocks: readonly Clock[], { columns, until, into }: { columns: Columns; until: number; into: Bins }): void {
  const { targets, windows } = terms.definition.definition;
  const working = workingOf(terms);
  into.fill(0);
  for (const [place, clock] of clocks.entries()) {
    const [starts, stops] = [columnOf(clock.starts), clock.stops === null ? ('contact_at' as const) : columnOf(clock.stops)];
    if (!clockTold(columns, { starts, stops }, until)) continue;
    const watched: Watched = { columns, until, power: VERDICTS.length ** place, targets: targets[clock.id] };
    if (stops === 'contact_at') judgeQuiet(into, watched, windows.quietDays);
    else judgeClock(into, watched, { starts, stops, working: clock.working ? working : null });
  }
}
