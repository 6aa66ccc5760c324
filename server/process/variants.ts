import { count } from '../kpi/count.js';
import type { Counts, Kpi } from '../kpi/kpi.js';
import { kpiOf } from '../kpi/kpis.js';
import { measure } from '../kpi/measure.js';
import type { Question } from '../kpi/question.js';
import { maturePosition } from '../kpi/selection.js';
import { shareOf } from './estimate.js';
import { keyOf, stepsOf } from './path.js';
import type { ProcessAnswer } from './process.schema.js';
import { SHARE_DAYS, stepAt } from './step.js';
import type { Walked } from './walked.js';

/** Ways that are told one by one. */
const MOST_VARIANTS = 12;

/** Paths by how many handoffs took them, most first. */
export function byFrequency(paths: Uint32Array): { path: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].map(([path, count]) => ({ path, count })).sort((a, b) => b.count - a.count || a.path - b.path);
}

export const commonest = (paths: Uint32Array): { path: number; count: number }[] => byFrequency(paths).slice(0, MOST_VARIANTS);

type Told = Pick<ProcessAnswer, 'variants' | 'others'>;

/** The commonest ways, each with what became of those who took it, by the KPIs of that name. */
export function variantsOf(question: Question, { range, paths }: Walked): Told {
  const all = byFrequency(paths);
  const shown = all.slice(0, MOST_VARIANTS);
  const n = paths.length;
  const mature = Math.min(range.to, Math.max(range.from, maturePosition(question, SHARE_DAYS))) - range.from;
  const [value, churn] = ['time-to-first-value', 'churn-90d'].map((id) =>
    fates(question, kpiOf(question.terms, id), { range, paths, shown }),
  );
  return {
    variants: shown.map(({ path, count }) => ({
      key: keyOf(path),
      steps: stepsOf(path).map((step) => stepAt(step).id),
      count,
      share: shareOf(count, { n, mature }),
      timeToValue: value?.(path) ?? null,
      churn: churn?.(path) ?? null,
    })),
    others: { variants: all.length - shown.length, count: n - shown.reduce((sum, one) => sum + one.count, 0) },
  };
}

interface Shown extends Pick<Walked, 'range' | 'paths'> {
  shown: readonly { path: number }[];
}

/** A KPI of those who went each way: to the counting, ways are values of a dimension. */
function fates(question: Question, kpi: Kpi, { range, paths, shown }: Shown) {
  const codeOf = new Map(shown.map(({ path }, i) => [path, i + 1]));
  const codes = new Uint8Array(question.snapshot.count);
  paths.forEach((path, i) => {
    codes[question.rows[range.from + i] ?? 0] = codeOf.get(path) ?? 0;
  });
  const values = [null, ...shown.map(({ path }) => keyOf(path))];
  const { groups } = count(question, kpi, { ranges: [], by: { range, dictionary: { values, codes } } });
  return (path: number) => {
    const counts: Counts | undefined = groups.get(codeOf.get(path) ?? 0);
    return counts ? measure(kpi, counts) : null;
  };
}
