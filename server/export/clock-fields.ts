import { CLOCKS, type ClockFacts, type MomentColumn } from '../handoff/clock.js';
import { clockState, type Reading } from '../handoff/clock-state.js';
import { MOMENTS, type Moment, NEVER, toDate } from '../handoff/column.js';
import type { Question } from '../kpi/question.js';
import { remembered } from '../kpi/remembered.js';
import { workingOf } from '../kpi/working-hours.js';
import { coding } from './arrow-data.js';
import type { Fields } from './field.js';
import { columnOf } from './kpi-fields.js';

const STATES = ['met', 'running', 'at risk', 'breached', 'not started', 'ended'] as const;

/** How each clock of each handoff stands at the as-of moment, as the page of that handoff says it. */
export const clockFields: Fields = ({ question }) => {
  const { type, data } = coding(STATES);
  const reading: Reading = {
    at: toDate(question.until),
    definition: question.terms.definition.definition,
    time: workingOf(question.terms) ?? 'wall',
  };
  // Ten clocks read the same handoffs of a batch.
  const factsOf = remembered((rows: Uint32Array) => Array.from(rows, clockFacts(question)));
  return CLOCKS.map((clock) => ({
    name: `clock_${columnOf(clock.id)}`,
    type,
    unit: null,
    absent: null,
    data: ({ rows }) => data(Int32Array.from(factsOf(rows), (facts) => STATES.indexOf(clockState(facts, clock, reading).state))),
  }));
};

/** The columns' names in the words of a handoff: 'won_at' is wonAt. */
const CAMEL = MOMENTS.map(
  (name) => [name, name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as MomentColumn] as const,
);

/** A handoff as its clocks want it. */
function clockFacts({ snapshot }: Question): (row: number) => ClockFacts {
  const { moment, list } = snapshot.columns;
  const segments = snapshot.dimension('segment');
  const at = (name: Moment, row: number) => {
    const seconds = moment[name][row] ?? NEVER;
    return seconds === NEVER ? null : toDate(seconds);
  };
  return (row) => {
    const moments = Object.fromEntries(CAMEL.map(([name, camel]) => [camel, at(name, row)])) as Record<MomentColumn, Date>;
    const { offsets, values } = list.contact_at;
    const contactAt = Array.from(values.subarray(offsets[row], offsets[row + 1]), toDate);
    return { ...moments, contactAt, segment: segments?.values[segments.codes[row] ?? 0] ?? 'standard' };
  };
}
