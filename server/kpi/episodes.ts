import { DAY_SECONDS, type MomentList } from '../handoff/column.js';
import type { Counts, Estimate, Observation } from './kpi.js';
import { timesIn } from './row-moment.js';
import { poisson, type Rate } from './statistics/poisson.js';
import { wholeDays } from './time-until.js';

/** One account with more would be all of the number: this many stand for any more. */
const MOST = 20;

/** The bins of how often something happened in the first `window` days, by how many whole days of these were seen. */
export interface Episodes extends Observation {
  window: number;
  /** How often; 20 stands for any more. */
  count(bin: number): number;
  seen(bin: number): number;
  /** All episodes over all exposure, which is counted in whole windows; only whole days are looked at, so that both end together. */
  rate(bins: ArrayLike<number>): Rate;
}

export function episodes(event: MomentList, window: number): Episodes {
  const span = MOST + 1;
  const count = (bin: number) => bin % span;
  const seen = (bin: number) => Math.floor(bin / span);
  return {
    window,
    bins: (window + 1) * span,
    see(columns, until, into) {
      const list = columns.list[event];
      const won = columns.moment.won_at;
      for (let row = 0; row < columns.count; row++) {
        const start = won[row] ?? 0;
        const days = Math.min(window, wholeDays(start, until));
        into[row] = days * span + Math.min(timesIn(list, row, { start, end: start + days * DAY_SECONDS }), MOST);
      }
    },
    count,
    seen,
    rate(bins) {
      let [total, days] = [0, 0];
      for (let bin = 0; bin < bins.length; bin++) {
        const handoffs = bins[bin] ?? 0;
        total += handoffs * count(bin);
        days += handoffs * seen(bin);
      }
      return { count: total, exposure: days / window };
    },
  };
}

/** Episodes per 100 handoffs, each seen for a whole window. */
export function per100(time: Episodes): (counts: Counts) => Estimate {
  return ({ all }) => {
    const seen = time.rate(all);
    if (seen.exposure === 0) return { value: null, low: null, high: null, why: 'not one whole day has been seen yet' };
    const { rate, low, high } = poisson(seen);
    return { value: rate * 100, low: low * 100, high: high * 100, why: null };
  };
}
