import { shareChange } from './change.js';
import type { Counts, Detail, Estimate, Kpi, Reading, Terms } from './kpi.js';
import { NOTHING } from './kpi.js';
import { remembered } from './remembered.js';
import { type SegmentTime, segmentTime } from './segment-time.js';
import { stratifiedIncidence } from './statistics/stratified-incidence.js';
import { targetsOf } from './targets.js';
import { curveOf, NOT_TOLD, quantileOf, shareBy } from './time-estimate.js';

/** Days that are told apart, so that the curve goes on after the target. */
const HORIZON = 90;

const upperFirst = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const onboardingCompletion = ({ definition }: Terms): Kpi => {
  const time = segmentTime({ moment: 'onboarding_completed_at' }, { targets: definition.definition.targets.onboarding, horizon: HORIZON });
  const pooled = remembered(({ all, mature }: Counts): Counts => ({ all: time.pooled(all), mature: time.pooled(mature) }));
  const days = time.strata.map(({ segment, day }) => `${segment}: day ${day}`).join(', ');
  return {
    id: 'onboarding-completion',
    name: 'Onboarding completion',
    question: 'Do customers complete onboarding in the time we set for them?',
    definition: `Share of handoffs whose onboarding is complete by the target day of their segment (${days}). Cancelled projects stay in the denominator; customers who left before count as never complete; younger handoffs count for as long as they were seen.`,
    statistic:
      'Cumulative incidence at the target day (Aalen-Johansen, leaving competes) of each segment, weighted by its handoffs; limits log(-log)',
    unit: 'share',
    better: 'higher',
    targets: targetsOf(definition, 'onboarding-completion'),
    headline: false,
    part: 'value',
    windowDays: Math.max(...time.strata.map(({ day }) => day)),
    version: definition.version,
    observe: time,
    read: (bin) => readCompletion(time, bin),
    outcomes: [
      { outcome: 'in time', label: 'Complete by the target day' },
      { outcome: 'late', label: 'Not complete by the target day' },
      { outcome: 'left first', label: 'Left before' },
      { outcome: 'waiting', label: 'Target day still to come' },
      NOT_TOLD,
    ],
    estimate: ({ all }) => completion(time, all),
    details: [
      ...time.strata.map(
        ({ segment, day }, stratum): Detail => ({
          id: `segment-${segment}`,
          label: `${upperFirst(segment)}: complete by day ${day}`,
          unit: 'share',
          member: (bin) => time.stratum(bin) === stratum && time.time.ending(time.inner(bin)) !== 'not told',
          estimate: ({ all, mature }) => shareBy(time.time, day)({ all: time.of(all, stratum), mature: time.of(mature, stratum) }),
        }),
      ),
      { id: 'median', label: 'Half were complete by', unit: 'days', estimate: (counts) => quantileOf(time.time, 0.5)(pooled(counts)) },
    ],
    change: shareChange(({ mature }) => ({
      x: time.strata.reduce((sum, { day }, stratum) => sum + time.within(mature, { stratum, day }), 0),
      n: time.time.share(time.pooled(mature)).n,
    })),
    curve: (counts) => curveOf(time.time)(pooled(counts)),
  };
};

function completion(time: SegmentTime, all: Int32Array): Estimate {
  const share = stratifiedIncidence(time.strata.map(({ day }, stratum) => ({ counts: time.time.days(time.of(all, stratum)), day })));
  if (!share) return NOTHING;
  const why = share.short ? 'so far: in one segment or more nobody has been seen until the target day' : null;
  return { value: share.share, low: share.low, high: share.high, why };
}

function readCompletion(time: SegmentTime, bin: number): Reading {
  const { day: target } = time.strata[time.stratum(bin)] ?? { day: 0 };
  const [day, ending] = [time.time.day(time.inner(bin)), time.time.ending(time.inner(bin))];
  if (ending === 'not told') return { member: false, outcome: ending, value: null };
  const value = day > time.time.horizon ? null : day;
  if (day > target || (ending === 'waiting' && day === target)) return { member: true, outcome: 'late', value };
  return { member: true, outcome: ending === 'reached' || ending === 'early' ? 'in time' : ending, value };
}
