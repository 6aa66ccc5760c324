import type { Snapshot } from '../handoff/snapshot.js';
import { shareChange } from './change.js';
import { type Detail, type Kpi, NOTHING, type Terms } from './kpi.js';
import { weightedIncidence } from './statistics/weighted-incidence.js';
import { targetsOf } from './targets.js';
import { curveOf, shareBy } from './time-estimate.js';
import { type TimeUntil, timeUntil } from './time-until.js';

/** Sums of other currencies do not add up to anything. */
function arrIn({ columns }: Snapshot, currency: string): (row: number) => number | null {
  const money = columns.dimension.get('currency');
  const foreign = money?.values.map((value) => value !== null && value !== currency);
  return (row) => {
    const arr = columns.arr[row] ?? -1;
    return arr > 0 && !foreign?.[money?.codes[row] ?? 0] ? arr : null;
  };
}

const arrWeighted = (service: TimeUntil): Detail => ({
  id: 'arr-weighted',
  label: `ARR lost by day ${service.horizon}: each handoff weighs its ARR, limits robust to a few heavy ones`,
  unit: 'share',
  weight: arrIn,
  estimate({ weights, all }) {
    if (!weights) return NOTHING;
    const [sum, squares] = [service.days(weights.sum), service.days(weights.squares)];
    const share = weightedIncidence(
      { events: { sum: sum.events, squares: squares.events }, censored: { sum: sum.censored, squares: squares.censored } },
      service.horizon,
    );
    if (!share) return NOTHING;
    return { value: share.share, low: share.low, high: share.high, why: shareBy(service, service.horizon)({ all, mature: all }).why };
  },
});

/** The id speaks of 90 days, which is what is built in; the words follow the window. */
export const churn90d = ({ definition }: Terms): Kpi => {
  const days = definition.definition.windows.churnDays;
  const service = timeUntil({ moment: 'churned_at' }, { horizon: days });
  const notice = timeUntil({ moment: 'notice_at' }, { competing: 'churned_at', horizon: days });
  return {
    id: 'churn-90d',
    name: `${days}-day churn`,
    question: `How many new customers are gone within ${days} days?`,
    definition: `Probability that service ends within ${days} days of the won deal, each customer counting once. Handoffs younger than that count for as long as they were seen, not as kept. Notice given is told apart from service ended.`,
    statistic: `1 - Kaplan-Meier at day ${days}; limits log(-log)`,
    unit: 'share',
    better: 'lower',
    targets: targetsOf(definition, 'churn-90d'),
    headline: true,
    part: 'value',
    windowDays: days,
    version: definition.version,
    observe: service,
    read(bin) {
      const day = service.day(bin);
      const waits = service.ending(bin) === 'waiting';
      const kept = day > days || (waits && day === days);
      return { member: true, outcome: kept ? 'kept' : waits ? 'watched' : 'churned', value: day > days ? null : day };
    },
    outcomes: [
      { outcome: 'churned', label: `Gone by day ${days}` },
      { outcome: 'kept', label: `Still there after ${days} days` },
      { outcome: 'watched', label: `Not yet ${days} days old, still there` },
    ],
    estimate: shareBy(service, days),
    details: [
      arrWeighted(service),
      {
        id: 'notice',
        label: `Gave notice by day ${days}, service ended or not`,
        unit: 'share',
        observe: notice,
        estimate: shareBy(notice, days),
      },
    ],
    change: shareChange(({ mature }) => service.share(mature)),
    curve: curveOf(service),
  };
};
