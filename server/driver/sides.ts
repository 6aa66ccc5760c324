import { DAY_SECONDS, NEVER } from '../handoff/column.js';
import { type Question, rangeOf } from '../kpi/question.js';
import { wholeDays } from '../kpi/time-until.js';
import type { Factor, Look, State } from './factor.js';

/** Which ending is looked at: leaving, or first value. */
export type Ending = 'churn' | 'value';

/** Where a handoff of the period stands towards a factor; the last two are on no side of it. */
export type Place = State | 'left before' | 'too young';

/** A factor as it is asked about: its landmark, and where each row stands. */
export interface Sided {
  factor: Factor;
  settledDay: number;
  /** Null when nothing of the kind was ever recorded. */
  placeOf: ((row: number) => Place) | null;
  question: Question;
}

export function sided(question: Question, factor: Factor): Sided {
  const { snapshot, until, terms } = question;
  const look: Look = { columns: snapshot.columns, until, definition: terms.definition.definition, timeZone: terms.timeZone };
  const settledDay = factor.settledDay(look.definition);
  const stateOf = factor.states(look);
  const { won_at, churned_at } = snapshot.columns.moment;
  const placeOf = (row: number): Place => {
    const settled = (won_at[row] ?? 0) + settledDay * DAY_SECONDS;
    if (settled > until) return 'too young';
    if (settledDay > 0 && (churned_at[row] ?? NEVER) <= settled) return 'left before';
    return stateOf?.(row) ?? 'unknown';
  };
  return { factor, settledDay, placeOf: stateOf && placeOf, question };
}

/** The rows of the period, the first won first. */
export function rowsOf(question: Question): Uint32Array {
  const { from, to } = rangeOf(question, question.period);
  return question.rows.subarray(from, to);
}

/** Whether the ending is still open to a handoff on the settled day: who has got value cannot be waited for. */
export function isOpen({ settledDay, question }: Sided, ending: Ending, row: number): boolean {
  const { won_at, first_value_at } = question.snapshot.columns.moment;
  return ending === 'churn' || settledDay === 0 || (first_value_at[row] ?? NEVER) > (won_at[row] ?? 0) + settledDay * DAY_SECONDS;
}

/** Days from the settled day until the ending, until what precludes it, or seen so far. */
export function timeTo(
  { settledDay, question }: Sided,
  ending: Ending,
  row: number,
): { days: number; as: 'events' | 'competing' | 'censored' } {
  const { won_at, first_value_at, churned_at } = question.snapshot.columns.moment;
  const start = (won_at[row] ?? 0) + settledDay * DAY_SECONDS;
  const left = churned_at[row] ?? NEVER;
  const reached = ending === 'churn' ? left : (first_value_at[row] ?? NEVER);
  const end = Math.min(question.until, reached, left);
  return { days: wholeDays(start, end), as: reached === end ? 'events' : left === end ? 'competing' : 'censored' };
}
