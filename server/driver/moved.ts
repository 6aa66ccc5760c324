import type { Kpi, Quotients } from '../kpi/kpi.js';
import type { Found } from '../kpi/listed.js';
import { observed } from '../kpi/observed.js';
import type { Question } from '../kpi/question.js';
import type { Quotient } from '../kpi/statistics/kitagawa.js';
import type { Mix } from './mix.js';

/** Handoffs that are named. */
const MOST = 12;

/** A handoff, and by how much the difference would be smaller without it. */
export interface Mover extends Found {
  moved: number;
}

/**
 * The handoffs of the period that moved a KPI most in the direction it went: what leaving each one out would change. Among those that moved it
 * alike the ones with more ARR come first, then the last won.
 */
export function moversOf(question: Question, kpi: Kpi, { parts, quotients, ranges: [range] }: Mix): Mover[] {
  if (!parts || !quotients || parts.difference === 0) return [];
  const seen = observed(question, kpi.observe);
  const influence = influences(
    kpi,
    quotients,
    question.rows.subarray(range.from, range.to).map((row) => seen[row] ?? 0),
  );
  const labels = new Map(kpi.outcomes.map(({ outcome, label }) => [outcome, label]));
  const movers: Mover[] = [];
  for (let i = range.from; i < range.to; i++) {
    const row = question.rows[i] ?? 0;
    const bin = seen[row] ?? 0;
    const moved = influence(bin);
    const { member, outcome, value } = kpi.read(bin);
    if (!member || moved * Math.sign(parts.difference) <= 0) continue;
    movers.push({ row, outcome, label: labels.get(outcome) ?? outcome, value, mature: true, moved });
  }
  const { arr } = question.snapshot.columns;
  return movers
    .sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved) || (arr[b.row] ?? -1) - (arr[a.row] ?? -1) || b.row - a.row)
    .slice(0, MOST);
}

/** What one handoff of a bin does to the whole, in the unit of the KPI. */
function influences(kpi: Kpi, quotients: Quotients, bins: Uint32Array): (bin: number) => number {
  const counts = new Int32Array(kpi.observe.bins);
  for (const bin of bins) counts[bin] = (counts[bin] ?? 0) + 1;
  const whole = quotients.of({ all: counts, mature: counts });
  const known = new Map<number, number>();
  return (bin) => {
    const influence = known.get(bin) ?? quotients.scale * without(whole, alone(kpi, quotients, bin));
    known.set(bin, influence);
    return influence;
  };
}

function alone(kpi: Kpi, quotients: Quotients, bin: number): Quotient {
  const one = new Int32Array(kpi.observe.bins);
  one[bin] = 1;
  return quotients.of({ all: one, mature: one });
}

function without(whole: Quotient, one: Quotient): number {
  if (whole.over - one.over <= 0) return 0;
  return whole.sum / whole.over - (whole.sum - one.sum) / (whole.over - one.over);
}
