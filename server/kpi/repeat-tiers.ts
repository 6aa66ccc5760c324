import { type Columns, DAY_SECONDS, TIERS } from '../handoff/column.js';
import type { Detail, Observation } from './kpi.js';
import { momentAt } from './row-moment.js';
import { poisson } from './statistics/poisson.js';

/** So many of a tier stand for any more; see MOST of episodes. */
const MOST = 20;
const SPAN = MOST + 1;

/** How a handoff is not old enough to be among those counted here. */
const YOUNG = SPAN ** TIERS.length;

const countOf = (bin: number, tier: number): number => Math.floor(bin / SPAN ** tier) % SPAN;

/** How often a customer had to repeat something within the whole window, by tier; younger handoffs share one bin. */
function byTier(days: number): Observation {
  return {
    bins: YOUNG + 1,
    see(columns, until, into) {
      const { won_at } = columns.moment;
      for (let row = 0; row < columns.count; row++) {
        const start = momentAt(won_at, row);
        const end = start + days * DAY_SECONDS;
        into[row] = end > until ? YOUNG : codeOf(columns, row, { start, end });
      }
    },
  };
}

/** Twenty-one to each place, the strongest tier first. */
const PLACES = TIERS.map((_, tier) => SPAN ** tier);

function codeOf({ list, repeatTier }: Columns, row: number, { start, end }: { start: number; end: number }): number {
  const { offsets, values } = list.repeat_at;
  let code = 0;
  for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++) {
    const at = momentAt(values, i);
    if (at < start || at >= end) continue;
    const tier = repeatTier[i] ?? 0;
    if (countOf(code, tier) < MOST) code += PLACES[tier] ?? 0;
  }
  return code;
}

const WORDS = { reported: 'Reported', 'asked again': 'Asked again', inferred: 'Inferred from their own words' };

/** Each tier for itself, over the handoffs old enough. An episode is of one tier, so the three add up to all of these. */
export function tierDetails(days: number): Detail[] {
  const observe = byTier(days);
  return TIERS.map((name, tier) => ({
    id: `tier-${name.replace(' ', '-')}`,
    label: `${WORDS[name]}, per 100 handoffs in ${days} days (those old enough)`,
    unit: 'per 100 handoffs',
    observe,
    member: (bin) => bin < YOUNG,
    estimate({ all }) {
      let [count, exposure] = [0, 0];
      for (let bin = 0; bin < YOUNG; bin++) {
        const handoffs = all[bin] ?? 0;
        exposure += handoffs;
        count += handoffs * countOf(bin, tier);
      }
      if (exposure === 0) return { value: null, low: null, high: null, why: `none is ${days} days old yet` };
      const { rate, low, high } = poisson({ count, exposure });
      return { value: rate * 100, low: low * 100, high: high * 100, why: null };
    },
  }));
}
