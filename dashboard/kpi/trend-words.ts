import type { KpiAnswer, TrendPoint } from '../api/shape.js';
import { count, day, interval, periodWords, quantity, type Unit } from '../ui/format.js';

/** The chart in one sentence, made from its data. */
export function trendSentence({ kpi, trend }: Pick<KpiAnswer, 'kpi' | 'trend'>): string {
  const known = trend.filter((point) => point.mature && point.measure.value !== null);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return `${kpi.name}: no mature period yet.`;
  const outside = trend.filter((point) => point.outside).length;
  const soFar = trend.filter((point) => !point.mature && point.measure.value !== null).length;
  const parts = [
    `${kpi.name} went from ${quantity(first.measure.value, kpi.unit)} in ${first.label} to ${quantity(last.measure.value, kpi.unit)} in ${last.label}`,
  ];
  if (outside > 0) parts.push(outside === 1 ? 'one period stands out' : `${outside} periods stand out`);
  if (soFar > 0) parts.push(soFar === 1 ? 'the last period is not complete yet' : `the last ${soFar} periods are not complete yet`);
  return `${parts.join('; ')}.`;
}

/** A point in words: the tooltip and the table say the same. */
export function pointReading(point: TrendPoint, unit: Unit): string[] {
  const { measure } = point;
  const limits = point.limits;
  return [
    measure.value === null ? (measure.why ?? 'Nothing to measure') : quantity(measure.value, unit),
    measure.value === null ? '' : `95 % ${interval(measure, unit)}${measure.wide ? ' (wide)' : ''}`,
    `n = ${count(measure.n)}, ${count(measure.mature)} mature`,
    point.mature || !point.maturesOn ? '' : `So far; matures on ${day(point.maturesOn)}`,
    limits ? `Expected ${quantity(limits.low ?? 0, unit)} to ${limits.high === null ? 'any' : quantity(limits.high, unit)}` : '',
    point.restated ? `Restated by ${day(point.restated.on)}: had been ${quantity(point.restated.from.value, unit)}` : '',
    point.outside ? 'Outside what the earlier periods lead one to expect' : '',
    periodWords(point.period),
  ].filter((line) => line !== '');
}
