import { type Bounded, type BoundedDifference, type Pair, weightedDifference } from './mover.js';

/** What is added up, and over how many: satisfied answers over answers, episodes over windows watched. */
export interface Quotient {
  sum: number;
  over: number;
}

/** One group in both periods. */
export interface Stratum<Side extends Quotient = Quotient> {
  now: Side;
  before: Side;
}

/** What a group adds to a difference: by being more or less of the whole, and by having changed itself. */
export interface Part {
  mix: number;
  rate: number;
  /** Of the rate part alone; the mix is what it was. Null for a group that is not there in both periods: it has no rate to have changed from. */
  rateLimits: BoundedDifference | null;
}

export interface Decomposition {
  difference: number;
  mix: number;
  rate: number;
  rateLimits: BoundedDifference;
  /** In the order of the strata; all mix and rate parts add up to the difference. */
  parts: Part[];
}

const NOTHING: Quotient = { sum: 0, over: 0 };

/**
 * Difference of two overall rates as mix (the groups' shares moved) and rate (the groups moved), each at the average of the other. Kitagawa 1955, JASA 50:1168.
 * A group's mix counts against the average of all: growing matters only for a group that is unlike the others. A group missing on one side is all mix.
 * Limits of the rate part are those of a sum of independent differences with the average mix as fixed weights (MOVER). Null when a side is empty.
 */
export function kitagawa<Side extends Quotient>(
  strata: readonly Stratum<Side>[],
  boundedOf: (side: Side) => Bounded,
): Decomposition | null {
  const [now, before] = [total(strata.map((one) => one.now)), total(strata.map((one) => one.before))];
  if (!(now.over > 0 && before.over > 0)) return null;
  const typical = (now.sum / now.over + before.sum / before.over) / 2;
  const shares = strata.map((one) => ({ ...one, one: one.now.over / now.over, two: one.before.over / before.over }));
  const pairs = shares.map((group) => pairOf(group, boundedOf));
  const parts = shares.map((group, i) => ({ ...partOf(group, typical), rateLimits: limitsOf(pairs[i] ?? []) }));
  const sum = (pick: (part: Part) => number) => parts.reduce((so, part) => so + pick(part), 0);
  return {
    difference: now.sum / now.over - before.sum / before.over,
    mix: sum(({ mix }) => mix),
    rate: sum(({ rate }) => rate),
    rateLimits: weightedDifference(pairs.flat()),
    parts,
  };
}

interface Group<Side extends Quotient> extends Stratum<Side> {
  /** Its share of the whole now, and before. */
  one: number;
  two: number;
}

function partOf({ now, before, one, two }: Group<Quotient>, typical: number): { mix: number; rate: number } {
  const rateNow = now.over > 0 ? now.sum / now.over : before.sum / before.over;
  const rateBefore = before.over > 0 ? before.sum / before.over : rateNow;
  if (now.over <= 0 && before.over <= 0) return { mix: 0, rate: 0 };
  return { mix: (one - two) * ((rateNow + rateBefore) / 2 - typical), rate: (rateNow - rateBefore) * ((one + two) / 2) };
}

function pairOf<Side extends Quotient>({ now, before, one, two }: Group<Side>, boundedOf: (side: Side) => Bounded): Pair[] {
  return now.over > 0 && before.over > 0 ? [{ weight: (one + two) / 2, first: boundedOf(now), second: boundedOf(before) }] : [];
}

const limitsOf = (pair: Pair[]) => (pair.length === 0 ? null : weightedDifference(pair));

const total = (quotients: readonly Quotient[]): Quotient =>
  quotients.reduce(({ sum, over }, one) => ({ sum: sum + one.sum, over: over + one.over }), NOTHING);
