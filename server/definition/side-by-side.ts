import { detailsOf } from '../kpi/answer.js';
import { count } from '../kpi/count.js';
import type { Kpi } from '../kpi/kpi.js';
import type { KpiAnswer, Measure } from '../kpi/kpi.schema.js';
import { kpisOn } from '../kpi/kpis.js';
import { maturityOf } from '../kpi/maturity.js';
import { measure } from '../kpi/measure.js';
import { addMonths, labelOf, type Period, startOfInterval } from '../kpi/period.js';
import { type Question, rangeOf } from '../kpi/question.js';
import type { PreviewAnswer } from './definition.schema.js';

type Row = PreviewAnswer['kpis'][number];

/** A KPI over a period, and the numbers beside it. */
interface Side {
  measure: Measure;
  details: KpiAnswer['details'];
}

/** Months back in which a mature one is sought. */
const MOST_MONTHS = 36;

/** Every KPI by two definitions: over the period, and over the last month that is mature by both. */
export function kpisSideBySide(old: Question, now: Question): Row[] {
  const others = kpisOn(now.terms);
  return kpisOn(old.terms).map((kpi) => {
    const other = others.find(({ id }) => id === kpi.id);
    if (!other) throw new Error(`the KPI ${kpi.id} is not declared by the other definition`);
    const [before, after] = [sideOf(old, kpi, old.period), sideOf(now, other, now.period)];
    const month = lastMatureMonth(now, Math.max(kpi.windowDays, other.windowDays));
    return {
      kpi: { id: kpi.id, name: kpi.name, unit: kpi.unit, better: kpi.better },
      year: pair(before.measure, after.measure),
      lastMature: month && {
        period: month,
        label: labelOf(month, 'month', now.calendar),
        ...pair(sideOf(old, kpi, month).measure, sideOf(now, other, month).measure),
      },
      details: before.details.flatMap(({ id, label, unit, measure }) => {
        const same = after.details.find((detail) => detail.id === id);
        return same ? [{ id, label, unit, ...pair(measure, same.measure) }] : [];
      }),
    };
  });
}

function sideOf(question: Question, kpi: Kpi, period: Period): Side {
  const range = rangeOf(question, period);
  const [now] = count(question, kpi, { ranges: [range], by: null }).ranges;
  if (!now) throw new Error('the period was not counted');
  return { measure: measure(kpi, now), details: detailsOf(kpi, { question, range, now }) };
}

function pair(before: Measure, after: Measure): Row['year'] {
  const difference = before.value === null || after.value === null ? null : after.value - before.value;
  return { before, after, difference };
}

function lastMatureMonth(question: Question, windowDays: number): Period | null {
  let to = startOfInterval(question.period.to, 'month', question.calendar);
  for (let months = 0; months < MOST_MONTHS; months++) {
    const from = addMonths(to, -1);
    if (maturityOf(question, { from, to }, windowDays).mature) return { from, to };
    to = from;
  }
  return null;
}
