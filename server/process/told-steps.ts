import type { Moment } from '../handoff/column.js';
import { type Counts, type Estimate, NOTHING, type Terms } from '../kpi/kpi.js';
import { measured } from '../kpi/measure.js';
import { curveOf, membersOf, outcomesOf, shareWithin, timeTo, unitsPerDay } from './estimate.js';
import { LEG_PARTS, STEP_PARTS } from './parts.js';
import type { ProcessAnswer } from './process.schema.js';
import { UNRECORDED } from './recorded.js';
import { stepAt } from './step.js';
import { REACHED, type Timed, WAITING } from './step-part.js';
import type { Walked } from './walked.js';

/** How many get to each step, and how long it takes from the won deal and from the step before. */
export function toldSteps(
  { countsOf }: Walked,
  { terms, recorded }: { terms: Terms; recorded: (moment: Moment) => boolean },
): ProcessAnswer['steps'] {
  return STEP_PARTS.map((part) => {
    const { id, label, unit, moment } = stepAt(part.step);
    const known = recorded(moment);
    const leg = LEG_PARTS.find(({ step }) => step === part.step);
    const legKnown = leg !== undefined && known && recorded(stepAt(leg.from).moment);
    return {
      id,
      label,
      unit,
      measured: known,
      ...timesOf(part, countsOf(part), known ? unitsPerDay(part, terms) : null),
      leg: leg ? { from: stepAt(leg.from).id, ...timesOf(leg, countsOf(leg), legKnown ? unitsPerDay(leg, terms) : null) } : null,
    };
  });
}

/** Null units to a day: no source records it. */
function timesOf(part: Timed, counts: Counts, perDay: number | null) {
  const rests = membersOf(counts);
  const curve = curveOf(part, counts, { event: REACHED, waiting: WAITING });
  const told = (estimate: (perDay: number) => Estimate) =>
    measured(perDay === null ? { ...NOTHING, why: UNRECORDED } : estimate(perDay), rests);
  const time = (p: number) => told((perDay) => timeTo(curve, p, { span: part.span, perDay }));
  return {
    share: told((perDay) => shareWithin(curve, perDay)),
    median: time(0.5),
    lowerQuartile: time(0.25),
    upperQuartile: time(0.75),
    outcomes: outcomesOf(part, counts),
  };
}
