import { medianChange } from './change.js';
import type { Kpi, Terms } from './kpi.js';
import { longestTarget, targetsOf } from './targets.js';
import { curveOf, earlyShare, NOT_TOLD, quantileOf, readTime, shareBy } from './time-estimate.js';
import { timeUntil } from './time-until.js';

const time = timeUntil({ moment: 'first_value_at' }, { competing: 'churned_at', horizon: 365, early: true, told: true });
const median = quantileOf(time, 0.5);

export const timeToFirstValue = ({ definition }: Terms): Kpi => ({
  id: 'time-to-first-value',
  name: 'Time to first value',
  question: 'How long after signing does a customer get value?',
  definition:
    'Median days from the won deal to first value, over all handoffs. Customers still waiting count as waiting, not as missing; customers who left before value count as never getting it. Value from a pilot that came by the time the deal was won counts as day 0, and is told apart.',
  statistic: 'Median of the cumulative incidence curve (Aalen-Johansen), leaving competes; limits log(-log)',
  unit: 'days',
  better: 'lower',
  targets: targetsOf(definition, 'time-to-first-value', { id: 'first-value', stepHours: 24 }),
  headline: true,
  part: 'value',
  windowDays: Math.max(90, Math.ceil(longestTarget(definition.definition, 'first-value') / 24)),
  version: definition.version,
  observe: time,
  read: readTime(time),
  outcomes: [
    { outcome: 'early', label: 'Had value by the time the deal was won' },
    { outcome: 'reached', label: 'Got first value' },
    { outcome: 'waiting', label: 'Still waiting' },
    { outcome: 'left first', label: 'Left before value' },
    NOT_TOLD,
  ],
  estimate: median,
  details: [
    { id: 'first-quartile', label: 'A quarter had value by', unit: 'days', estimate: quantileOf(time, 0.25) },
    { id: 'third-quartile', label: 'Three quarters had value by', unit: 'days', estimate: quantileOf(time, 0.75) },
    ...[14, 30, 60, 90, 120].map((day) => ({
      id: `by-day-${day}`,
      label: `At value by day ${day}`,
      unit: 'share' as const,
      estimate: shareBy(time, day),
    })),
    { id: 'early', label: 'Had value by the time the deal was won', unit: 'share', estimate: earlyShare(time) },
  ],
  change: medianChange(time, median),
  curve: curveOf(time),
});
