import { DAY_SECONDS } from '../handoff/column.js';
import { binOf, type Part } from './part.js';
import { HOUR_SECONDS, type Step, stepAt, WON } from './step.js';

/** Times of days are told apart for a year, times of hours for the ninety days of a share. */
const SPANS = { days: 365 + 2, hours: 90 * 24 + 2 };

export const UNIT_SECONDS = { days: DAY_SECONDS, hours: HOUR_SECONDS };

export const [WAITING, REACHED, LEFT] = [0, 1, 2] as const;

const outcomesOf = ({ label }: Step) => [
  { outcome: 'waiting', label: `${label}: still to come` },
  { outcome: 'reached', label },
  { outcome: 'left', label: `Left before: ${label.toLowerCase()}` },
];

/** A time that ends with a step. */
export interface Timed extends Part {
  step: number;
  /** The step it starts from. */
  from: number;
}

/** From the won deal to a step: every handoff is a member, and leaving competes. */
export function stepPart(step: number): Timed {
  const { id, ...timed } = timing(step);
  return { ...timed, id: `step:${id}`, from: WON, step, bin: (walk) => timed.bin(walk, WON) };
}

/** From the step before to a step: of those who took the one before, without those who had come here earlier. */
export function legPart(step: number): Timed {
  const { id, ...timed } = timing(step);
  const from = step - 1;
  return {
    ...timed,
    id: `leg:${id}`,
    from,
    step,
    bin: (walk) => (walk.took(from) && !(walk.moment(step) < walk.moment(from)) ? timed.bin(walk, from) : -1),
  };
}

function timing(position: number) {
  const step = stepAt(position);
  const [unitSeconds, span] = [UNIT_SECONDS[step.unit], SPANS[step.unit]];
  return {
    id: step.id,
    outcomes: outcomesOf(step),
    unitSeconds,
    span,
    bin(walk: Parameters<Part['bin']>[0], from: number): number {
      const reached = walk.took(position);
      const outcome = reached ? REACHED : walk.left ? LEFT : WAITING;
      const to = reached ? walk.moment(position) : walk.end;
      const worked = step.unit === 'hours' ? walk.worked(walk.moment(from), to) : to - walk.moment(from);
      return binOf({ span }, outcome, Math.max(0, Math.floor(worked / unitSeconds)));
    },
  };
}
