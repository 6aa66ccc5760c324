import { type Columns, DAY_SECONDS, type Ragged } from '../handoff/column.js';
import type { Observation, Terms } from './kpi.js';
import { remembered } from './remembered.js';
import { EVER, momentAt, timesIn } from './row-moment.js';
import { listTold } from './told.js';

/** Parts of health that are no clocks, with how many values each has; the last is that it is not known. */
const PLACES = { brief: 8, csat: 3, repeats: 4, escalations: 3 } as const;

export type FactPart = keyof typeof PLACES;

/** From 0 to 1 by value. */
const SCORES: Readonly<Record<FactPart, readonly number[]>> = {
  brief: [0, 1, 2, 3, 4, 5, 6].map((sections) => sections / 6),
  csat: [0, 1],
  repeats: [1, 0.5, 0],
  escalations: [1, 0],
};

/** Bins of all four together. */
const BINS = Object.values(PLACES).reduce((product, values) => product * values, 1);

/** What a code says of a part: 0 to 1; null when it is not known. */
export function scoreOf(part: FactPart): (code: number) => number | null {
  let place = 1;
  for (const [name, values] of Object.entries(PLACES)) {
    if (name === part) break;
    place *= values;
  }
  return (code) => SCORES[part][Math.floor(code / place) % PLACES[part]] ?? null;
}

/**
 * The facts behind the health of each handoff as of a moment: sections of its brief; its first survey answer; how often within the windows of the
 * definition it had to repeat something and whether it escalated. That something has not happened is known once its window has passed.
 */
export const healthFacts = remembered((terms: Terms): Observation => {
  const { repeatDays, escalationDays } = terms.definition.definition.windows;
  return {
    bins: BINS,
    see(columns, until, into) {
      const told = toldOf(columns, until);
      const { brief_section_at, repeat_at, escalation_at } = columns.list;
      for (let row = 0; row < columns.count; row++) {
        const won = momentAt(columns.moment.won_at, row);
        const sections = told.brief ? timesIn(brief_section_at, row, { start: EVER, end: until + 1 }) : 7;
        const repeats = told.repeats ? within(repeat_at, row, { won, days: repeatDays, until, most: 2 }) : 3;
        const escalations = told.escalations ? within(escalation_at, row, { won, days: escalationDays, until, most: 1 }) : 2;
        into[row] = sections + 8 * (answerOf(columns, row, until) + 3 * (repeats + 4 * escalations));
      }
    },
  };
});

/** 1 satisfied, 0 not, 2 not known. */
function answerOf({ moment, satisfied }: Columns, row: number, until: number): number {
  const answer = momentAt(moment.survey_answered_at, row) <= until ? (satisfied[row] ?? -1) : -1;
  return answer < 0 ? 2 : answer;
}

const toldOf = (columns: Columns, until: number) => ({
  brief: listTold(columns, 'brief_section_at', until),
  repeats: listTold(columns, 'repeat_at', until),
  escalations: listTold(columns, 'escalation_at', until),
});

interface Window {
  won: number;
  days: number;
  until: number;
  most: number;
}

/** How often within so many days, `most` standing for any more; most + 1 while that is not known. */
function within(list: Ragged, row: number, { won, days, until, most }: Window): number {
  const end = won + days * DAY_SECONDS;
  const count = timesIn(list, row, { start: won, end: end <= until ? end : until + 1 });
  if (count === 0 && end > until) return most + 1;
  return count < most ? count : most;
}
