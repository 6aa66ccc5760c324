import type { ClockId } from '../definition/clock-id.js';
import { type Columns, DAY_SECONDS, type Moment, type MomentList, NEVER, toDate, toSeconds } from '../handoff/column.js';
import { addDays, dateIn, startOfDay } from '../kpi/period.js';
import type { Factor, Look, State } from './factor.js';

const HOUR_SECONDS = 3600;

const said = (so: boolean): State => (so ? 'yes' : 'no');

/** Whether anything of the kind was ever recorded: where not, its absence says nothing. */
const everCame = (moments: Int32Array) => moments.some((at) => at !== NEVER);

/** The hours a clock may take, by segment. */
function hoursOf({ columns, definition }: Look, clock: ClockId): (row: number) => number {
  const targets = definition.targets[clock];
  const segment = columns.dimension.get('segment');
  const hours = segment?.values.map((value) => targets[value ?? 'standard'] ?? targets.standard);
  return (row) => hours?.[segment?.codes[row] ?? 0] ?? targets.standard;
}

/** The day by which the slowest segment's target has passed. */
export const targetDay =
  (clock: ClockId): Factor['settledDay'] =>
  ({ targets }) =>
    Math.ceil(Math.max(...Object.values(targets[clock])) / 24);

/** The clock that ends with `moment` stopped in time. */
export const onTime =
  (clock: ClockId, moment: Moment): Factor['states'] =>
  (look) => {
    const { won_at, [moment]: stopped } = look.columns.moment;
    const hours = hoursOf(look, clock);
    return everCame(stopped) ? (row) => said((stopped[row] ?? NEVER) <= (won_at[row] ?? 0) + hours(row) * HOUR_SECONDS) : null;
  };

/** The moment came within so many days of the won deal; 0 is by then. */
export const withinDays =
  (moment: Moment, days: number): Factor['states'] =>
  ({ columns }) => {
    const { won_at, [moment]: came } = columns.moment;
    return everCame(came) ? (row) => said((came[row] ?? NEVER) <= (won_at[row] ?? 0) + days * DAY_SECONDS) : null;
  };

/** How many of a list lie from the won deal until so many seconds after it. */
function countWithin(columns: Columns, list: MomentList, { row, from, seconds }: { row: number; from: number; seconds: number }): number {
  const { offsets, values } = columns.list[list];
  let count = 0;
  for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++) {
    const at = values[i] ?? NEVER;
    if (at >= from && at <= from + seconds) count++;
  }
  return count;
}

/** One or more of a list came within so many days of the won deal. */
export const anyWithin =
  (list: MomentList, daysOf: Factor['settledDay']): Factor['states'] =>
  ({ columns, definition }) => {
    if (columns.list[list].values.length === 0) return null;
    const seconds = daysOf(definition) * DAY_SECONDS - 1;
    return (row) => said(countWithin(columns, list, { row, from: columns.moment.won_at[row] ?? 0, seconds }) > 0);
  };

/** From `least` to `most` of the six sections were filled when the deal was won. */
export const sectionsAtWon =
  (least: number, most: number): Factor['states'] =>
  ({ columns }) => {
    const { offsets, values } = columns.list.brief_section_at;
    if (values.length === 0) return null;
    return (row) => {
      const won = columns.moment.won_at[row] ?? 0;
      let filled = 0;
      for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++) if ((values[i] ?? NEVER) <= won) filled++;
      return said(filled >= least && filled <= most);
    };
  };

/** A promise gap found by `day` was not talked about within its target; unknown where there was none. */
export const notTalkedAbout =
  (day: number): Factor['states'] =>
  (look) => {
    const { won_at, promise_gap_at, promise_conversation_at } = look.columns.moment;
    const hours = hoursOf(look, 'promise-conversation');
    if (!everCame(promise_gap_at)) return null;
    return (row) => {
      const found = promise_gap_at[row] ?? NEVER;
      if (found > (won_at[row] ?? 0) + day * DAY_SECONDS) return 'unknown';
      return said((promise_conversation_at[row] ?? NEVER) > found + hours(row) * HOUR_SECONDS);
    };
  };

/** The first answer of the first week was not a satisfied one; unknown without an answer. */
export const notSatisfied: Factor['states'] = ({ columns, definition }) => {
  const { won_at, survey_answered_at } = columns.moment;
  const window = definition.windows.csatDays * DAY_SECONDS;
  if (!columns.satisfied.some((verdict) => verdict >= 0)) return null;
  return (row) => {
    const verdict = columns.satisfied[row] ?? -1;
    return verdict < 0 || (survey_answered_at[row] ?? NEVER) >= (won_at[row] ?? 0) + window ? 'unknown' : said(verdict === 0);
  };
};

/** Somewhere in the quiet window the customer heard nothing for longer than the target. */
export const wentQuiet: Factor['states'] = (look) => {
  const { columns, definition } = look;
  const { offsets, values } = columns.list.contact_at;
  const hours = hoursOf(look, 'quiet-period');
  if (values.length === 0) return null;
  return (row) => {
    const won = columns.moment.won_at[row] ?? 0;
    const end = won + definition.windows.quietDays * DAY_SECONDS;
    let [last, longest] = [won, 0];
    for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++) {
      const at = values[i] ?? NEVER;
      if (at <= won || at >= end) continue;
      longest = Math.max(longest, at - last);
      last = at;
    }
    return said(Math.max(longest, end - last) > hours(row) * HOUR_SECONDS);
  };
};

const FRIDAY = 5;

/** Won on a Friday at 17:00 or later, by the workspace's clock: on the last seven hours before its Saturday. */
export const fridayEvening: Factor['states'] = ({ columns, timeZone }) => {
  const { won_at } = columns.moment;
  const evenings = new Map<number, boolean>();
  return (row) => {
    const won = won_at[row] ?? 0;
    const hour = Math.floor(won / 900);
    const known = evenings.get(hour) ?? isFridayEvening(hour * 900, timeZone);
    evenings.set(hour, known);
    return said(known);
  };
};

/** Zones lie quarters of an hour apart, so a quarter of an hour has one answer. */
function isFridayEvening(quarter: number, timeZone: string): boolean {
  const date = dateIn(toDate(quarter), timeZone);
  if (new Date(`${date}T00:00:00Z`).getUTCDay() !== FRIDAY) return false;
  return quarter >= toSeconds(startOfDay(addDays(date, 1), timeZone)) - 7 * HOUR_SECONDS;
}
