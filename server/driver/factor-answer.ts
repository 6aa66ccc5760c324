import { amountOf } from '../kpi/amount.js';
import type { Question } from '../kpi/question.js';
import { scopeOf } from '../kpi/question.js';
import { benjaminiHochberg } from '../kpi/statistics/benjamini-hochberg.js';
import { type Association, churnBy, medianValue, seenOf } from './association.js';
import type { FactorAnswer } from './driver.schema.js';
import { FACTORS } from './factors.js';
import { sided } from './sides.js';

type FactorLine = FactorAnswer['factors'][number];
type Told = FactorLine['churn'];

const ALPHA = 0.05;

const NOTE =
  'What goes with it, not what causes it: handoffs with a factor may differ in other ways. Each factor is judged only on handoffs that were still there on the day it was settled.';

/** What goes with leaving and with time to value: every process factor, p adjusted over all of them and both endings, the strongest first. */
export function factorsOf(question: Question): FactorAnswer {
  const churnDay = question.terms.definition.definition.windows.churnDays;
  const sides = FACTORS.map((factor) => sided(question, factor)).filter(({ settledDay }) => settledDay < churnDay);
  const found = sides.map((one) => {
    const { places, churn, value } = seenOf(one, churnDay);
    return { sided: one, places, churn: churnBy(one, churn, churnDay), value: medianValue(one, value) };
  });
  const adjusted = benjaminiHochberg(found.flatMap(({ churn, value }) => [churn.p, value.p]).filter((p) => p !== null));
  let next = 0;
  const tell = (association: Association, unit: 'share' | 'days'): Told =>
    told(association, { p: association.p === null ? null : (adjusted[next++] ?? null), unit });
  const factors = found.map((one): FactorLine => {
    const { factor, settledDay, placeOf } = one.sided;
    return {
      id: factor.id,
      name: factor.name,
      settledDay,
      recorded: placeOf !== null,
      places: one.places,
      churn: tell(one.churn, 'share'),
      value: tell(one.value, 'days'),
    };
  });
  return { scope: scopeOf(question, { by: null, interval: 'month' }), note: NOTE, churnDay, factors: byStrength(factors) };
}

function told(association: Association, { p, unit }: { p: number | null; unit: 'share' | 'days' }): Told {
  const clear = p !== null && p < ALPHA;
  return { ...association, p, clear, words: wordsOf({ ...association, p, clear }, unit) };
}

function wordsOf({ difference, yes, no, p, clear }: Association & { clear: boolean }, unit: 'share' | 'days'): string {
  if (difference === null || p === null) return why(yes.why, no.why);
  if (!clear) return 'no clear difference';
  if (difference === 0) return 'clearly different, if not in the median';
  const way = unit === 'share' ? ['more', 'fewer'] : ['later', 'sooner'];
  return `${amountOf(Math.abs(difference), unit)} ${difference > 0 ? way[0] : way[1]} with it`;
}

function why(yes: string | null, no: string | null): string {
  if (yes !== null) return `with it: ${yes}`;
  return no === null ? 'cannot be told apart' : `without it: ${no}`;
}

/** Clear in churn first, by how much; then clear in time to value; then the rest as the p of their churn falls out. */
function byStrength(factors: FactorLine[]): FactorLine[] {
  const size = ({ difference }: Told) => Math.abs(difference ?? 0);
  const order = (line: FactorLine) => (line.churn.clear ? 0 : line.value.clear ? 1 : line.churn.p !== null ? 2 : 3);
  return [...factors].sort(
    (a, b) =>
      order(a) - order(b) ||
      (a.churn.clear ? size(b.churn) - size(a.churn) : a.value.clear ? size(b.value) - size(a.value) : (a.churn.p ?? 1) - (b.churn.p ?? 1)),
  );
}
