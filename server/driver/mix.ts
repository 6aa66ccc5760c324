import { dictionaryOf } from '../kpi/breakdown.js';
import { comparedIn } from '../kpi/compared.js';
import { count } from '../kpi/count.js';
import { earlierThan } from '../kpi/earlier.js';
import type { Counts, Kpi, Quotients } from '../kpi/kpi.js';
import type { Measure } from '../kpi/kpi.schema.js';
import { maturityOf } from '../kpi/maturity.js';
import { FEW, measureQuotient } from '../kpi/measure.js';
import type { Period } from '../kpi/period.js';
import type { Question } from '../kpi/question.js';
import type { Range } from '../kpi/selection.js';
import { type Decomposition, kitagawa, type Quotient } from '../kpi/statistics/kitagawa.js';

/** One group in both periods. */
export interface Group {
  /** Its codes in the dimension; several where small groups are folded. */
  codes: number[];
  now: Counts;
  before: Counts;
}

/** A difference and what it is made of. */
export interface Mix {
  name: string;
  periods: { now: Period; before: Period };
  ranges: [Range, Range];
  quotients: Quotients | null;
  whole: { now: Measure; before: Measure };
  groups: Group[];
  /** Null with a reason in `why`. */
  parts: Decomposition | null;
  why: string | null;
}

/** Why a KPI moved between the period (its mature part) and an earlier one, by a dimension. */
export function mixOf(question: Question, kpi: Kpi, { by, compare }: { by: string; compare: 'previous' | 'year' }): Mix {
  const compared = comparedIn(question, kpi, earlierThan(question.period, compare));
  const [now, before] = compared.ranges.map((range) => grouped(question, kpi, { range, by }));
  if (!now || !before) throw new Error('both periods were counted');
  const quotients = kpi.change.quotients(sumOf([now.whole, before.whole]));
  const groups = folded(kpi, pairsOf(now.groups, before.groups));
  const whole = {
    now: quotientOf(kpi, quotients, now.whole),
    before: quotientOf(kpi, quotients, before.whole),
  };
  const why = obstacle(question, kpi, { whole, compared: compared.now, quotients });
  const side = (counts: Counts) => ({ ...(quotients?.of(matureOnly(counts)) ?? NONE), counts: matureOnly(counts) });
  const strata = groups.map((group) => ({ now: side(group.now), before: side(group.before) }));
  return {
    name: compared.name,
    periods: { now: compared.now, before: compared.before },
    ranges: compared.ranges,
    quotients,
    whole,
    groups,
    parts: why === null && quotients ? kitagawa(strata, ({ counts }) => quotients.bounded(counts)) : null,
    why,
  };
}

/** A number of the mature handoffs; nothing where the KPI cannot be told as a quotient. */
export const quotientOf = (kpi: Kpi, quotients: Quotients | null, counts: Counts): Measure =>
  measureQuotient(kpi, quotients ?? NO_QUOTIENT, counts);

const NONE: Quotient = { sum: 0, over: 0 };

const NO_QUOTIENT: Quotients = {
  kind: 'share',
  name: null,
  scale: 1,
  of: () => NONE,
  bounded: () => ({ value: 0, limits: () => ({ low: null, high: null }) }),
};

function grouped(
  question: Question,
  kpi: Kpi,
  { range, by }: { range: Range; by: string },
): { whole: Counts; groups: Map<number, Counts> } {
  const { ranges, groups } = count(question, kpi, { ranges: [range], by: { range, dictionary: dictionaryOf(question, by, range) } });
  const [whole] = ranges;
  if (!whole) throw new Error('the period was counted');
  return { whole, groups };
}

function pairsOf(now: ReadonlyMap<number, Counts>, before: ReadonlyMap<number, Counts>): Group[] {
  const codes = [...new Set([...now.keys(), ...before.keys()])];
  return codes.map((code) => {
    const [one, two] = [now.get(code), before.get(code)];
    return { codes: [code], now: one ?? emptyLike(two), before: two ?? emptyLike(one) };
  });
}

/** Groups with one to four handoffs on a side have no number, so they are one group together; those that are on one side only keep their own. */
function folded(kpi: Kpi, groups: Group[]): Group[] {
  const small = groups.filter(({ now, before }) => isFew(kpi, now) || isFew(kpi, before));
  if (small.length < 2) return groups;
  const rest = groups.filter((group) => !small.includes(group));
  return [
    ...rest,
    {
      codes: small.flatMap(({ codes }) => codes),
      now: sumOf(small.map(({ now }) => now)),
      before: sumOf(small.map(({ before }) => before)),
    },
  ];
}

function isFew(kpi: Kpi, { mature }: Counts): boolean {
  const n = mature.reduce((sum, handoffs, bin) => sum + (handoffs > 0 && kpi.read(bin).member ? handoffs : 0), 0);
  return n > 0 && n < FEW;
}

/** As if the period held no others. */
export const matureOnly = ({ mature }: Counts): Counts => ({ all: mature, mature });

const emptyLike = (counts: Counts | undefined): Counts => {
  const bins = new Int32Array(counts?.all.length ?? 0);
  return { all: bins, mature: bins };
};

/** Sums of counts are counts. */
export function sumOf(counts: readonly Counts[]): Counts {
  const [all, mature] = [new Int32Array(counts[0]?.all.length ?? 0), new Int32Array(counts[0]?.all.length ?? 0)];
  for (const one of counts) {
    for (let bin = 0; bin < all.length; bin++) {
      all[bin] = (all[bin] ?? 0) + (one.all[bin] ?? 0);
      mature[bin] = (mature[bin] ?? 0) + (one.mature[bin] ?? 0);
    }
  }
  return { all, mature };
}

function obstacle(
  question: Question,
  kpi: Kpi,
  { whole, compared, quotients }: { whole: Mix['whole']; compared: Period; quotients: Quotients | null },
): string | null {
  if (!quotients) return `${kpi.name} cannot be taken apart`;
  const { mature, maturesOn } = maturityOf(question, compared, kpi.windowDays);
  if (!mature) return `so far: comparable from ${maturesOn} on`;
  if (whole.now.value === null) return `this period: ${whole.now.why}`;
  return whole.before.value === null ? `earlier period: ${whole.before.why}` : null;
}
