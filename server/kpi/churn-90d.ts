import type { Snapshot } from '../handoff/snapshot.js';
import { shareChange } from './change.js';
import { type Detail, type Kpi, NOTHING, type Terms } from './kpi.js';
import { weightedIncidence } from './statistics/weighted-incidence.js';
import { targetsOf } from './targets.js';
import { curveOf, type Ending, shareBy, timeUntil } from './time-until.js';

const WINDOW = 90;
const service = timeUntil({ moment: 'churned_at' }, { horizon: WINDOW });
const notice = timeUntil({ moment: 'notice_at' }, { competing: 'churned_at', horizon: WINDOW });

/** Sums of other currencies do not add up to anything. */
function arrIn({ columns }: Snapshot, currency: string): (row: number) => number | null {
  const money = columns.dimension.get('currency');
  const foreign = money?.values.map((value) => value !== null && value !== currency);
  return (row) => {
    const arr = columns.arr[row] ?? -1;
    return arr > 0 && !foreign?.[money?.codes[row] ?? 0] ? arr : null;
  };
}

const arrWeighted: Detail = {
  id: 'arr-weighted',
  label: 'ARR lost by day 90: each handoff weighs its ARR, limits robust to a few heavy ones',
  unit: 'share',
  weight: arrIn,
  estimate({ weights, all }) {
    if (!weights) return NOTHING;
    const [sum, squares] = [service.days(weights.sum), service.days(weights.squares)];
    const share = weightedIncidence(
      { events: { sum: sum.events, squares: squares.events }, censored: { sum: sum.censored, squares: squares.censored } },
      WINDOW,
    );
    return share
      ? { value: share.share, low: share.low, high: share.high, why: shareBy(service, WINDOW)({ all, mature: all }).why }
      : NOTHING;
  },
};

const OUTCOMES: Record<Ending, string> = { reached: 'churned', waiting: 'watched', 'left first': 'churned' };

export const churn90d = ({ definition }: Terms): Kpi => ({
  id: 'churn-90d',
  name: '90-day churn',
  question: 'How many new customers are gone within 90 days?',
  definition:
    'Probability that service ends within 90 days of the won deal, each customer counting once. Handoffs younger than that count for as long as they were seen, not as kept. Notice given is told apart from service ended.',
  statistic: '1 - Kaplan-Meier at day 90; limits log(-log)',
  unit: 'share',
  better: 'lower',
  targets: targetsOf(definition, 'churn-90d'),
  headline: true,
  windowDays: WINDOW,
  version: definition.version,
  observe: service,
  read(bin) {
    const [day, ending] = [service.day(bin), service.ending(bin)];
    const outcome = day > WINDOW ? 'kept' : ending === 'waiting' && day === WINDOW ? 'kept' : OUTCOMES[ending];
    return { member: true, outcome, value: day > WINDOW ? null : day };
  },
  outcomes: [
    { outcome: 'churned', label: 'Gone by day 90' },
    { outcome: 'kept', label: 'Still there after 90 days' },
    { outcome: 'watched', label: 'Not yet 90 days old, still there' },
  ],
  estimate: shareBy(service, WINDOW),
  details: [
    arrWeighted,
    {
      id: 'notice',
      label: 'Gave notice by day 90, service ended or not',
      unit: 'share',
      observe: notice,
      estimate: shareBy(notice, WINDOW),
    },
  ],
  change: shareChange(({ mature }) => service.share(mature)),
  curve: curveOf(service),
});
