import type { WorkingTime } from '../definition/working-time.js';
import { CLOCKS, type Clock, type MomentColumn, targetHours } from '../handoff/clock.js';
import { AT_RISK_SHARE, type ClockState, clockState } from '../handoff/clock-state.js';
import { EPOCH, MOMENTS, type Moment, NEVER, toDate } from '../handoff/column.js';
import type { Question } from '../kpi/question.js';
import { workingOf } from '../kpi/working-hours.js';
import { coding } from './arrow-data.js';
import type { Fields } from './field.js';
import { columnOf } from './kpi-fields.js';

type State = ClockState['state'];

const STATES: readonly State[] = ['met', 'running', 'at risk', 'breached', 'not started', 'ended'];

/** How each clock of each handoff stands at the as-of moment, as the page of that handoff says it. */
export const clockFields: Fields = ({ question }) => {
  const { type, data } = coding(STATES);
  return CLOCKS.map((clock) => {
    const stateOf = clock.stops === null ? quietState(question, clock) : plainState(question, { ...clock, stops: clock.stops });
    return {
      name: `clock_${columnOf(clock.id)}`,
      type,
      unit: null,
      absent: null,
      data: ({ rows }) => data(Int32Array.from(rows, (row) => STATES.indexOf(stateOf(row)))),
    };
  });
};

/** The same as `clockState` of a clock with a start and a stop, on the columns: a hundred thousand handoffs have a million clocks. */
function plainState(question: Question, { id, starts, stops, working }: Clock & { stops: MomentColumn }): (row: number) => State {
  const { snapshot, until, terms } = question;
  const { moment } = snapshot.columns;
  const [start, stop, left] = [moment[momentOf(starts)], moment[momentOf(stops)], moment.churned_at];
  const targets = bySegment(question, (segment) => targetHours(terms.definition.definition, id, segment) * 3600);
  const time = working ? workingOf(terms) : null;
  const seen = (column: Int32Array, row: number) => {
    const at = column[row] ?? NEVER;
    return at <= until ? at : null;
  };
  return (row) => {
    const startedAt = seen(start, row);
    if (startedAt === null) return 'not started';
    const [stoppedAt, leftAt] = [seen(stop, row), seen(left, row)];
    const ended = stoppedAt !== null ? 'met' : leftAt === null ? null : 'ended';
    return judged(secondsBetween(startedAt, stoppedAt ?? leftAt ?? until, time), { target: targets(row), ended });
  };
}

function judged(seconds: number, { target, ended }: { target: number; ended: 'met' | 'ended' | null }): State {
  if (seconds > target) return 'breached';
  if (ended) return ended;
  return target > 0 && seconds / target > AT_RISK_SHARE ? 'at risk' : 'running';
}

function secondsBetween(from: number, to: number, time: WorkingTime | null): number {
  if (to <= from) return 0;
  return time ? time.between(EPOCH + from, EPOCH + to) : to - from;
}

/** The quiet period starts at each contact: it is read one handoff at a time. */
function quietState(question: Question, clock: Clock): (row: number) => State {
  const { snapshot, until, terms } = question;
  const { moment, list } = snapshot.columns;
  const { offsets, values } = list.contact_at;
  const reading = { at: toDate(until), definition: terms.definition.definition, time: workingOf(terms) ?? ('wall' as const) };
  const segments = bySegment(question, (segment) => segment);
  return (row) => {
    const churned = moment.churned_at[row] ?? NEVER;
    const handoff = {
      ...NOTHING_HAPPENED,
      wonAt: toDate(moment.won_at[row] ?? NEVER),
      churnedAt: churned === NEVER ? null : toDate(churned),
      contactAt: Array.from(values.subarray(offsets[row], offsets[row + 1]), toDate),
      segment: segments(row),
    };
    return clockState(handoff, clock, reading).state;
  };
}

/** 'kickoffAt' is the column 'kickoff_at'. */
function momentOf(name: MomentColumn): Moment {
  const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const moment = MOMENTS.find((one) => one === column);
  if (!moment) throw new Error(`no column of moments is called ${column}`);
  return moment;
}

/** What a segment means, by row; a handoff without one is of the standard. */
function bySegment<Value>({ snapshot }: Question, meaning: (segment: string) => Value): (row: number) => Value {
  const segments = snapshot.dimension('segment');
  const standard = meaning('standard');
  const values = segments?.values.map((segment) => meaning(segment ?? 'standard')) ?? [];
  return (row) => values[segments?.codes[row] ?? 0] ?? standard;
}

const NOTHING_HAPPENED = {
  ownerNamedAt: null,
  welcomeAt: null,
  nextStepsAt: null,
  internalMeetingAt: null,
  knowledgeTransferAt: null,
  kickoffAt: null,
  promiseGapAt: null,
  promiseConversationAt: null,
  onboardingCompletedAt: null,
  firstValueAt: null,
  noticeAt: null,
  surveyAskedAt: null,
  surveyAnsweredAt: null,
};
