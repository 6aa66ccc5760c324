import { amountOf } from './amount.js';
import type { Compared } from './compared.js';
import type { Counts, Kpi } from './kpi.js';
import type { KpiAnswer, Measure, Unit } from './kpi.schema.js';
import { maturityOf } from './maturity.js';
import { measure, measureDifference } from './measure.js';
import { addDays } from './period.js';
import type { Question } from './question.js';
import { NO_CHANGE } from './signal.js';
import { benjaminiHochberg } from './statistics/benjamini-hochberg.js';

type Comparison = NonNullable<KpiAnswer['comparison']>;

/** Chance of calling a difference clear where there is none, over all that are looked at together. */
const ALPHA = 0.05;

/** A comparison that still has to be judged beside the others of its answer. */
export interface Unjudged extends Comparison {
  unit: Unit;
}

/** The difference is given only where both sides are mature and large enough for a number. */
export function comparisonOf(
  kpi: Kpi,
  question: Question,
  { compared, now, before }: { compared: Compared; now: Counts; before: Counts },
): Unjudged {
  const [one, two] = [measure(kpi, now), measure(kpi, before)];
  const obstacle = obstacleOf(kpi, question, { one, two, compared });
  const difference = obstacle === null ? measureDifference(one, two, kpi.change.difference(now, before)) : null;
  return {
    unit: kpi.unit,
    name: compared.name,
    period: compared.before,
    measure: two,
    of: compared.whole ? null : { period: compared.now, measure: one },
    difference: difference?.difference ?? null,
    low: difference?.low ?? null,
    high: difference?.high ?? null,
    p: difference?.p ?? null,
    clear: false,
    words: obstacle ?? NO_CHANGE,
  };
}

/** Several KPIs looked at together: p is adjusted by Benjamini and Hochberg, and what is clear after that is said. In the order given. */
export function judged(comparisons: readonly (Unjudged | null)[]): (Comparison | null)[] {
  const adjusted = benjaminiHochberg(comparisons.flatMap((one) => one?.p ?? []));
  let next = 0;
  return comparisons.map((one) => {
    if (!one) return null;
    const { unit, ...comparison } = one;
    if (comparison.p === null) return comparison;
    const p = adjusted[next++] ?? comparison.p;
    const clear = p < ALPHA;
    return { ...comparison, p, clear, words: `${until(comparison)}${clear ? wordsOf(comparison, unit) : NO_CHANGE}` };
  });
}

function obstacleOf(
  kpi: Kpi,
  question: Question,
  { one, two, compared }: { one: Measure; two: Measure; compared: Compared },
): string | null {
  if (two.n === 0) return 'no earlier data';
  const now = maturityOf(question, compared.now, kpi.windowDays);
  if (!now.mature) return `so far: comparable from ${now.maturesOn} on`;
  if (!maturityOf(question, compared.before, kpi.windowDays).mature) return 'the earlier period is not mature yet';
  const which = compared.whole ? 'this period' : `won until ${addDays(compared.now.to, -1)}`;
  if (one.value === null) return `${which}: ${one.why}`;
  return two.value === null ? `earlier period: ${two.why}` : null;
}

/** Which part of the period is meant; nothing when all of it is. */
const until = ({ of }: Comparison): string => (of ? `won until ${addDays(of.period.to, -1)}: ` : '');

function wordsOf({ difference, low, high, name, of, period }: Comparison, unit: Unit): string {
  const against = of ? `${name} (won until ${addDays(period.to, -1)})` : name;
  const size = difference ?? 0;
  const apart = size !== 0 && (low === null || high === null || low > 0 || high < 0);
  if (!apart) return `clearly different from ${against}, if not in the median`;
  return `${amountOf(Math.abs(size), unit)} ${size > 0 ? 'higher' : 'lower'} than in ${against}`;
}
