import type { ClockId } from '../definition/clock-id.js';
import type { Moment } from '../handoff/column.js';
import { medianChange } from './change.js';
import type { Detail, Kpi, Terms } from './kpi.js';
import { longestTarget, targetsOf } from './targets.js';
import { curveOf, earlyShare, NOT_TOLD, quantileOf, readTime, shareBy } from './time-estimate.js';
import { type TimeUntil, timeUntil } from './time-until.js';
import { daysFor, hoursWord, workingOf } from './working-hours.js';

/** What tells one time from another. */
interface Told extends Pick<Kpi, 'id' | 'name' | 'question' | 'definition' | 'part'> {
  moment: Moment;
  clock: ClockId;
  step: 'day' | 'hour';
  /** Steps that are told apart; a longer target makes it longer. */
  horizon: number;
  /** Days after which the median of a period is settled; a longer target makes it longer. */
  windowDays: number;
  reached: string;
  early: string;
}

/** A KPI that is a time from the won deal until a clock stops: the median over all handoffs, leaving competes. */
export function timeKpi(terms: Terms, { moment, clock, step, reached, early, horizon: steps, ...told }: Told): Kpi {
  const { definition } = terms;
  const stepHours = step === 'day' ? 24 : 1;
  const longest = longestTarget(definition.definition, clock);
  const horizon = Math.max(steps, Math.ceil(longest / stepHours));
  const working = step === 'hour' ? workingOf(terms) : null;
  const time = timeUntil({ moment }, { competing: 'churned_at', horizon, step, early: true, told: true, working });
  const median = quantileOf(time, 0.5);
  const unit = step === 'day' ? 'days' : 'hours';
  return {
    ...told,
    definition: `Median ${step === 'day' ? 'days' : hoursWord(terms)} from the won deal ${told.definition}`,
    statistic: 'Median of the cumulative incidence curve (Aalen-Johansen), leaving competes; limits log(-log)',
    unit,
    better: 'lower',
    targets: targetsOf(definition, told.id, { id: clock, stepHours }),
    headline: false,
    windowDays: Math.max(told.windowDays, step === 'day' ? Math.ceil(longest / 24) : daysFor(terms, longest)),
    version: definition.version,
    observe: time,
    read: readTime(time),
    outcomes: [
      { outcome: 'early', label: early },
      { outcome: 'reached', label: reached },
      { outcome: 'waiting', label: 'Still waiting' },
      { outcome: 'left first', label: 'Left before' },
      NOT_TOLD,
    ],
    estimate: median,
    details: [
      ...withinTarget(time, { terms, clock, reached }),
      { id: 'early', label: early, unit: 'share', estimate: earlyShare(time) },
      { id: 'first-quartile', label: `${reached}: a quarter by`, unit, estimate: quantileOf(time, 0.25) },
      { id: 'third-quartile', label: `${reached}: three quarters by`, unit, estimate: quantileOf(time, 0.75) },
    ],
    change: medianChange(time, median),
    curve: curveOf(time),
  };
}

/**
 * One share for each target that some segment has. An hour that has begun counts as the one before it, so what takes less than 72 hours has taken 71 at most;
 * days are read as everywhere: by day 14 is until day 15 begins.
 */
function withinTarget(time: TimeUntil, { terms, clock, reached }: { terms: Terms; clock: ClockId; reached: string }): Detail[] {
  const hours = [...new Set(Object.values(terms.definition.definition.targets[clock]))].filter((target) => target > 0);
  return hours.map((target) => {
    const steps = time.step === 'day' ? Math.floor(target / 24) : Math.ceil(target);
    const by =
      time.step === 'day' ? `by day ${steps}` : `within ${steps} ${steps === 1 ? hoursWord(terms).slice(0, -1) : hoursWord(terms)}`;
    return {
      id: hours.length === 1 ? 'within-target' : `within-${steps}`,
      label: `${reached} ${by}`,
      unit: 'share',
      estimate: shareBy(time, time.step === 'day' ? steps : steps - 1),
    };
  });
}
