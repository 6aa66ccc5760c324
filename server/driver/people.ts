import { dictionaryOf } from '../kpi/breakdown.js';
import { count } from '../kpi/count.js';
import type { Kpi, Quotients } from '../kpi/kpi.js';
import type { Measure } from '../kpi/kpi.schema.js';
import { SCALE } from '../kpi/measure.js';
import { type Question, rangeOf } from '../kpi/question.js';
import { benjaminiHochberg } from '../kpi/statistics/benjamini-hochberg.js';
import { binomial, type Chances, funnelLimits, midP, poissonChances } from '../kpi/statistics/funnel.js';
import type { Quotient } from '../kpi/statistics/kitagawa.js';
import type { PeopleAnswer } from './driver.schema.js';
import { matureOnly, quotientOf } from './mix.js';

type Person = PeopleAnswer['people'][number];
type Funnel = Pick<PeopleAnswer, 'quotient' | 'unit' | 'better' | 'whole' | 'people' | 'funnel' | 'words'>;

const ALPHA = 0.05;

/** Share outside the inner and the outer limits of the drawing; Spiegelhalter 2005. */
const [USUAL, FAR] = [0.05, 0.002];

/** Points of a limit that is drawn. */
const POINTS = 60;

/**
 * People or teams against the whole, over the mature handoffs of the period: who lies outside what chance does to somebody with as many handoffs.
 * The whole is taken as known, themselves included, which makes it a little harder to be outside.
 */
export function peopleOf(question: Question, kpi: Kpi, by: string): Funnel {
  const range = rangeOf(question, question.period);
  const dictionary = dictionaryOf(question, by, range);
  const { ranges, groups } = count(question, kpi, { ranges: [range], by: { range, dictionary } });
  const [all] = ranges;
  if (!all) throw new Error('the period was counted');
  const quotients = kpi.change.quotients(all);
  const whole = { quotient: quotients?.of(matureOnly(all)) ?? { sum: 0, over: 0 }, measure: quotientOf(kpi, quotients, all) };
  const better = quotients?.name ? opposite(kpi.better) : kpi.better;
  const people = [...groups].map(([code, counts]) => {
    const value = dictionary.values[code] ?? null;
    const own = quotients?.of(matureOnly(counts)) ?? { sum: 0, over: 0 };
    return { value, label: value ?? 'not known', measure: quotientOf(kpi, quotients, counts), own };
  });
  const compared = judged(people, { quotients, whole: whole.quotient, better });
  return {
    quotient: quotients?.name ?? null,
    unit: quotients?.kind === 'rate' ? 'per 100 handoffs' : 'share',
    better,
    whole: whole.measure,
    people: inOrder(ranked(compared, better)),
    funnel: quotients ? drawn(quotients, whole.quotient, Math.max(0, ...people.map(({ own }) => own.over))) : [],
    words: wordsOf(compared),
  };
}

const opposite = (better: 'lower' | 'higher') => (better === 'lower' ? 'higher' : 'lower');

interface Unjudged {
  value: string | null;
  label: string;
  measure: Measure;
  own: Quotient;
}

/** What chance does to somebody of that size; null where the whole leaves it no room. */
function chancesOf({ kind }: Quotients, whole: Quotient, over: number): Chances | null {
  const rate = whole.over > 0 ? whole.sum / whole.over : 0;
  if (!(over > 0 && rate > 0) || (kind === 'share' && rate >= 1)) return null;
  return kind === 'share' ? binomial(Math.round(over), rate) : poissonChances(over * rate);
}

interface Against {
  quotients: Quotients | null;
  whole: Quotient;
  better: 'lower' | 'higher';
}

function judged(people: readonly Unjudged[], { quotients, whole, better }: Against): Person[] {
  const chances = people.map(({ measure, own }) => (quotients && measure.value !== null ? chancesOf(quotients, whole, own.over) : null));
  const ps = people.map(({ own }, i) => (chances[i] ? midP(chances[i], own.sum) : null));
  const adjusted = benjaminiHochberg(ps.filter((p) => p !== null));
  let next = 0;
  return people.map(({ value, label, measure, own }, i) => {
    const p = ps[i] === null ? null : (adjusted[next++] ?? null);
    const above = own.sum / own.over - whole.sum / whole.over;
    return {
      value,
      label,
      measure,
      limits: quotients && chances[i] ? inUnit(funnelLimits(chances[i], USUAL), quotients, own.over) : null,
      p,
      outside: p !== null && p < ALPHA,
      better: p === null || above === 0 ? null : above < 0 === (better === 'lower'),
      rank: null,
    };
  });
}

const inUnit = ({ low, high }: { low: number; high: number }, { kind }: Quotients, over: number) => ({
  low: (low / over) * SCALE[kind],
  high: (high / over) * SCALE[kind],
});

/** Nobody is put before another unless their intervals do not overlap: a rank is between how many are surely better and how many are surely worse. */
export function ranked(people: readonly Person[], better: 'lower' | 'higher'): Person[] {
  const known = people.filter(({ value, measure }) => value !== null && measure.value !== null);
  const before = (one: Measure, two: Measure) =>
    better === 'lower' ? (one.high ?? Number.POSITIVE_INFINITY) < (two.low ?? 0) : (one.low ?? 0) > (two.high ?? Number.POSITIVE_INFINITY);
  return people.map((person) => {
    if (!known.includes(person)) return person;
    const ahead = known.filter(({ measure }) => before(measure, person.measure)).length;
    const behind = known.filter(({ measure }) => before(person.measure, measure)).length;
    return { ...person, rank: { best: ahead + 1, worst: known.length - behind } };
  });
}

function inOrder(people: readonly Person[]): Person[] {
  const last = people.length + 1;
  return [...people].sort(
    (a, b) =>
      (a.rank?.best ?? last) - (b.rank?.best ?? last) ||
      (a.rank?.worst ?? last) - (b.rank?.worst ?? last) ||
      Number(b.outside) - Number(a.outside) ||
      (a.label < b.label ? -1 : 1),
  );
}

function drawn(quotients: Quotients, whole: Quotient, most: number): Funnel['funnel'] {
  const sizes = Array.from({ length: POINTS }, (_, i) => Math.max(1, Math.round(most * ((i + 1) / POINTS) ** 2)));
  return [...new Set(sizes)].flatMap((n) => {
    const chances = most > 0 ? chancesOf(quotients, whole, n) : null;
    if (!chances) return [];
    return [{ n, usual: inUnit(funnelLimits(chances, USUAL), quotients, n), far: inUnit(funnelLimits(chances, FAR), quotients, n) }];
  });
}

function wordsOf(people: readonly Person[]): string {
  const compared = people.filter(({ p }) => p !== null).length;
  const outside = people.filter((person) => person.outside).map(({ label }) => label);
  if (compared === 0) return 'nobody has handoffs enough to be compared';
  if (outside.length === 0) return `none of ${compared} is further from the whole than chance would put them`;
  return `${outside.sort().join(', ')}: further from the whole than chance would put one of ${compared}`;
}
