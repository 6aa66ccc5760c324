import { DAY_SECONDS, NEVER, toDate, toSeconds } from '../../handoff/column.js';
import type { Snapshot } from '../../handoff/snapshot.js';
import { measuredBy } from '../measured.js';
import { type ReadBy, watch } from '../seen.js';
import { type Design, DesignBuilder } from './design.js';
import { FEATURES, featuresOf, usable } from './feature.js';
import { fateOf, LANDMARKS, windowSeconds } from './landmark.js';
import { pause } from './pause.js';
import { sampled } from './sample.js';

/** More handoffs than this teach nothing more, but take longer. */
export const MOST_LEARNT = 3000;

/** Of the open handoffs of a past month, at most about so many are scored. */
const MOST_SCORED = 1200;

/** Past months that are gone back to. */
const MOST_MONTHS = 12;

/** What a model is learnt from and tested on. Plain values and typed arrays: it goes from thread to thread. */
export interface Past {
  churnDays: number;
  /** Seconds since EPOCH, a midnight in UTC; what happened later is not in here. */
  through: number;
  /** Handoffs whose window had passed by then, and how many of them left within it. */
  mature: { count: number; churned: number };
  /** Looks at mature handoffs, or a sample of them, without notice given. */
  looks: Design;
  usable: boolean[];
  /** Of those who had given notice by a landmark and were still there, how many left by the end of the window. */
  noticed: { age: number; count: number; churned: number }[];
  months: PastMonth[];
}

/** Who was open at the first moment of a month, as they were known then, and what came. */
export interface PastMonth {
  at: number;
  usable: boolean[];
  open: Design;
}

/** Everything as it was known at `until`; nothing later than the midnight before it is looked at. Lets others in between. */
export async function pastOf(snapshot: Snapshot, { until, by }: { until: number; by: ReadBy }): Promise<Past> {
  const { churnDays } = by.definition.windows;
  const through = Math.floor(until / DAY_SECONDS) * DAY_SECONDS;
  const end = snapshot.firstWonFrom(through - windowSeconds(churnDays) + 1);
  const past: Omit<Past, 'months'> = {
    churnDays,
    through,
    mature: { count: end, churned: churnedAmong(snapshot, end, churnDays) },
    ...(await looksAt(snapshot, end, by)),
    usable: usable(measuredBy(snapshot, through)),
  };
  const months: PastMonth[] = [];
  for (const at of monthsBefore(through - windowSeconds(churnDays))) months.push(await openAt(snapshot, at, by));
  return { ...past, months };
}

function churnedAmong(snapshot: Snapshot, end: number, churnDays: number): number {
  let churned = 0;
  for (let row = 0; row < end; row++) churned += Number(fateOf(snapshot, row, { at: NEVER - 1, churnDays }).churned);
  return churned;
}

async function looksAt(snapshot: Snapshot, end: number, by: ReadBy): Promise<Pick<Past, 'looks' | 'noticed'>> {
  const { churnDays } = by.definition.windows;
  const builder = new DesignBuilder(FEATURES.length);
  const ages = LANDMARKS.filter((age) => age < churnDays);
  const noticed = ages.map((age) => ({ age, count: 0, churned: 0 }));
  for (const row of sampled(snapshot, { from: 0, to: end }, MOST_LEARNT)) {
    await pause();
    const wonAt = snapshot.columns.moment.won_at[row] ?? NEVER;
    const look = watch(snapshot, row, by);
    for (const [i, age] of ages.entries()) {
      const at = wonAt + age * DAY_SECONDS;
      const fate = fateOf(snapshot, row, { at, churnDays });
      const notice = noticed[i];
      if (!fate.there) break;
      if (!fate.noticed) builder.add(featuresOf(look(at)), { age, churned: fate.churned, handoff: row, wonAt });
      else if (notice) noticed[i] = { age, count: notice.count + 1, churned: notice.churned + Number(fate.churned) };
    }
  }
  return { looks: builder.design(), noticed };
}

async function openAt(snapshot: Snapshot, at: number, by: ReadBy): Promise<PastMonth> {
  const { churnDays } = by.definition.windows;
  const builder = new DesignBuilder(FEATURES.length);
  const rows = { from: snapshot.firstWonFrom(at - windowSeconds(churnDays) + 1), to: snapshot.firstWonFrom(at + 1) };
  for (const row of sampled(snapshot, rows, MOST_SCORED)) {
    await pause();
    const { there, noticed, churned } = fateOf(snapshot, row, { at, churnDays });
    if (!there || noticed) continue;
    const seen = watch(snapshot, row, by)(at);
    builder.add(featuresOf(seen), { age: seen.ageDays, churned, handoff: row, wonAt: seen.wonAt });
  }
  return { at, usable: usable(measuredBy(snapshot, at)), open: builder.design() };
}

/** The first moments of months in UTC up to `seconds`, the oldest first. */
function monthsBefore(seconds: number): number[] {
  const last = toDate(seconds);
  const months = Array.from({ length: MOST_MONTHS }, (_, ago) =>
    toSeconds(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - ago, 1))),
  );
  return months.reverse();
}
