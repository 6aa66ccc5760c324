import { amountOf } from '../kpi/amount.js';
import { dictionaryOf } from '../kpi/breakdown.js';
import type { Kpi, Quotients } from '../kpi/kpi.js';
import type { Unit } from '../kpi/kpi.schema.js';
import { FEW } from '../kpi/measure.js';
import type { Question } from '../kpi/question.js';
import type { MixAnswer } from './driver.schema.js';
import { type Group, type Mix, quotientOf } from './mix.js';

type Part = MixAnswer['parts'][number];

/** Chance of calling the rate part clear where there is none. */
const ALPHA = 0.05;

/** The groups of a mix as they leave, what each adds, the largest contribution first. */
export function toldParts(question: Question, kpi: Kpi, { mix, by }: { mix: Mix; by: string }): Part[] {
  const { parts, quotients, groups } = mix;
  if (!parts || !quotients) return [];
  const { scale } = quotients;
  const { values } = dictionaryOf(question, by, mix.ranges[0]);
  const overs = groups.map(({ now, before }) => ({ now: quotients.of(now).over, before: quotients.of(before).over }));
  const total = overs.reduce((sum, one) => ({ now: sum.now + one.now, before: sum.before + one.before }), { now: 0, before: 0 });
  return groups
    .map((group, i): Part => {
      const { mix: moved = 0, rate = 0, rateLimits = null } = parts.parts[i] ?? {};
      return {
        ...named(group, values),
        now: quotientOf(kpi, quotients, group.now),
        before: quotientOf(kpi, quotients, group.before),
        shareNow: (overs[i]?.now ?? 0) / total.now,
        shareBefore: (overs[i]?.before ?? 0) / total.before,
        mix: moved * scale,
        rate: rate * scale,
        rateLow: scaled(rateLimits?.low, scale),
        rateHigh: scaled(rateLimits?.high, scale),
        total: (moved + rate) * scale,
      };
    })
    .sort((a, b) => Math.abs(b.total) - Math.abs(a.total) || (a.label < b.label ? -1 : 1));
}

const scaled = (limit: number | null | undefined, scale: number) => (limit === null || limit === undefined ? null : limit * scale);

function named({ codes }: Group, values: readonly (string | null)[]): Pick<Part, 'value' | 'label' | 'folded'> {
  const [code = 0] = codes;
  if (codes.length > 1) return { value: null, label: `${codes.length} with fewer than ${FEW} each`, folded: codes.length };
  const value = values[code] ?? null;
  return { value, label: value ?? 'not known', folded: 0 };
}

/** The whole difference, and its rate part with limits that take the mix as it was. */
export function toldWhole({ parts, quotients }: Mix): Pick<MixAnswer, 'difference' | 'mix' | 'rate'> {
  if (!parts || !quotients) return { difference: null, mix: null, rate: null };
  const { scale } = quotients;
  const { p, low, high } = parts.rateLimits;
  return {
    difference: parts.difference * scale,
    mix: parts.mix * scale,
    rate: { difference: parts.rate * scale, low: scaled(low, scale), high: scaled(high, scale), p, clear: p < ALPHA },
  };
}

/** The unit of what is taken apart. */
export const unitOf = (kpi: Kpi, quotients: Quotients | null): Unit =>
  quotients?.kind === 'rate' ? 'per 100 handoffs' : quotients?.kind === 'mean' ? kpi.unit : 'share';

/** One sentence: how far it moved, and which part of that is mix. */
export function mixWords(kpi: Kpi, { parts, quotients, why, name }: Mix, by: string): string {
  if (why !== null || !parts || !quotients) return why ?? 'nothing to take apart';
  const unit = unitOf(kpi, quotients);
  const amount = (value: number) => `${value < 0 ? '-' : '+'}${amountOf(Math.abs(value) * quotients.scale, unit)}`;
  const clear = parts.rateLimits.p < ALPHA ? '' : '; the rate part is no clear change';
  return `${amount(parts.difference)} against ${name}: ${amount(parts.mix)} from another mix by ${by}, ${amount(parts.rate)} from the groups themselves${clear}`;
}
