import type { Quotients } from '../kpi/kpi.js';
import { binomial, type Chances, funnelLimits, midP, poissonChances } from '../kpi/statistics/funnel.js';
import { chiSquareAbove } from '../kpi/statistics/gamma.js';
import type { Quotient } from '../kpi/statistics/kitagawa.js';
import type { Bounded } from '../kpi/statistics/mover.js';
import { normalQuantile } from '../kpi/statistics/normal.js';

/** What chance does to somebody who is like the whole. */
export interface Chance {
  /** Where all but `outside` of those with so many handoffs lie, before scaling. */
  limits(over: number, outside: number): { low: number; high: number };
  /** Chance of being at least as far from the whole. */
  p(own: Quotient): number;
}

/** The whole, with its limits. */
interface Whole {
  quotient: Quotient;
  bounded: Bounded;
}

/** Exact for shares and rates. Null where the whole leaves chance no room: nobody, or everybody. */
export function chanceAround({ kind }: Quotients, whole: Whole): Chance | null {
  const { sum, over } = whole.quotient;
  const rate = over > 0 ? sum / over : 0;
  if (!(rate > 0) || (kind !== 'rate' && rate >= 1)) return null;
  if (kind === 'mean') return normalChance(whole);
  return exactChance((of) => (kind === 'share' ? binomial(Math.round(of), rate) : poissonChances(of * rate)));
}

function exactChance(chancesOf: (over: number) => Chances): Chance {
  return {
    limits(over, outside) {
      const { low, high } = funnelLimits(chancesOf(over), outside);
      return { low: low / over, high: high / over };
    },
    p: ({ sum, over }) => midP(chancesOf(over), sum),
  };
}

/** Means: the limits of the whole, wider by the root of how much smaller somebody is. */
function normalChance({ quotient, bounded: { value, limits } }: Whole): Chance {
  const times = (over: number) => Math.sqrt(quotient.over / over);
  return {
    limits(over, outside) {
      const { low, high } = limits(normalQuantile(1 - outside / 2));
      return {
        low: Math.max(0, value - (value - (low ?? value)) * times(over)),
        high: Math.min(1, value + ((high ?? value) - value) * times(over)),
      };
    },
    p({ sum, over }) {
      const away = sum / over - value;
      const { low, high } = limits(1);
      const one = away < 0 ? value - (low ?? value) : (high ?? value) - value;
      return one > 0 ? chiSquareAbove((away / (one * times(over))) ** 2, 1) : 1;
    },
  };
}
