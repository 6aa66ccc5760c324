import { dictionaryOf } from '../kpi/breakdown.js';
import { count } from '../kpi/count.js';
import type { Kpi } from '../kpi/kpi.js';
import type { Measure } from '../kpi/kpi.schema.js';
import { maturePart } from '../kpi/maturity.js';
import { type Question, rangeOf } from '../kpi/question.js';
import { benjaminiHochberg } from '../kpi/statistics/benjamini-hochberg.js';
import type { Quotient } from '../kpi/statistics/kitagawa.js';
import { type Chance, chanceAround } from './chance.js';
import type { PeopleAnswer } from './driver.schema.js';
import { matureOnly, quotientOf } from './mix.js';
import { unitOf } from './told-mix.js';

type Person = PeopleAnswer['people'][number];
type Funnel = Pick<PeopleAnswer, 'period' | 'quotient' | 'unit' | 'better' | 'whole' | 'people' | 'funnel' | 'words'>;

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
  const period = maturePart(question, question.period, kpi.windowDays);
  const range = rangeOf(question, period ?? { from: question.period.from, to: question.period.from });
  const dictionary = dictionaryOf(question, by, range);
  const { ranges, groups } = count(question, kpi, { ranges: [range], by: { range, dictionary } });
  const [all] = ranges;
  if (!all) throw new Error('the period was counted');
  const quotients = kpi.change.quotients(all);
  const whole = quotients?.of(matureOnly(all)) ?? NONE;
  const chance =
    quotients && whole.over > 0 ? chanceAround(quotients, { quotient: whole, bounded: quotients.bounded(matureOnly(all)) }) : null;
  const better = quotients?.name ? opposite(kpi.better) : kpi.better;
  const people = [...groups].map(([code, counts]) => {
    const value = dictionary.values[code] ?? null;
    return {
      value,
      label: value ?? 'not known',
      measure: quotientOf(kpi, quotients, counts),
      own: quotients?.of(matureOnly(counts)) ?? NONE,
    };
  });
  const against = { chance, whole, better, scale: quotients?.scale ?? 1 };
  const compared = judged(people, against);
  return {
    period,
    quotient: quotients?.name ?? null,
    unit: unitOf(kpi, quotients),
    better,
    whole: quotientOf(kpi, quotients, all),
    people: inOrder(ranked(compared, better)),
    funnel: drawn(against, people),
    words: wordsOf(compared),
  };
}

const NONE: Quotient = { sum: 0, over: 0 };

const opposite = (better: 'lower' | 'higher') => (better === 'lower' ? 'higher' : 'lower');

interface Unjudged {
  value: string | null;
  label: string;
  measure: Measure;
  own: Quotient;
}

interface Against {
  chance: Chance | null;
  whole: Quotient;
  better: 'lower' | 'higher';
  scale: number;
}

function judged(people: readonly Unjudged[], { chance, whole, better, scale }: Against): Person[] {
  const ps = people.map(({ measure, own }) => (chance && measure.value !== null && own.over > 0 ? chance.p(own) : null));
  const adjusted = benjaminiHochberg(ps.filter((p) => p !== null));
  let next = 0;
  return people.map(({ value, label, measure, own }, i) => {
    const p = ps[i] === null ? null : (adjusted[next++] ?? null);
    const above = p === null ? 0 : own.sum / own.over - whole.sum / whole.over;
    return {
      value,
      label,
      measure,
      limits: chance && p !== null ? scaled(chance.limits(own.over, USUAL), scale) : null,
      p,
      outside: p !== null && p < ALPHA,
      better: above === 0 ? null : above < 0 === (better === 'lower'),
      rank: null,
    };
  });
}

const scaled = ({ low, high }: { low: number; high: number }, scale: number) => ({ low: low * scale, high: high * scale });

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

/** The limits over the sizes there are, closer together where they bend. `n` counts handoffs, of which everybody has as many readings. */
function drawn({ chance, whole, scale }: Against, people: readonly Unjudged[]): Funnel['funnel'] {
  const most = Math.max(0, ...people.map(({ measure }) => measure.n));
  const all = people.reduce((sum, { measure }) => sum + measure.n, 0);
  if (!chance || most === 0) return [];
  const sizes = Array.from({ length: POINTS }, (_, i) => Math.max(1, Math.round(most * ((i + 1) / POINTS) ** 2)));
  return [...new Set(sizes)].map((n) => {
    const over = (n * whole.over) / all;
    return { n, usual: scaled(chance.limits(over, USUAL), scale), far: scaled(chance.limits(over, FAR), scale) };
  });
}

function wordsOf(people: readonly Person[]): string {
  const compared = people.filter(({ p }) => p !== null).length;
  const outside = people.filter((person) => person.outside).map(({ label }) => label);
  if (compared === 0) return 'nobody has handoffs enough to be compared';
  if (outside.length === 0) return `none of ${compared} is further from the whole than chance would put them`;
  return `${outside.sort().join(', ')}: further from the whole than chance would put one of ${compared}`;
}
