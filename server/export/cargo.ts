import { kpiOf } from '../kpi/kpis.js';
import { behind } from '../kpi/list.js';
import { type Question, rangeOf } from '../kpi/question.js';
import type { Cargo } from './field.js';

/** What of a question is exported: all of its handoffs, or exactly the list behind one number. */
export interface Behind {
  kpi?: string | undefined;
  outcome?: string | undefined;
}

export function cargoOf(question: Question, { kpi, outcome }: Behind): Cargo {
  if (kpi !== undefined)
    return { question, rows: Uint32Array.from(behind(kpiOf(question.terms, kpi), question, outcome), ({ row }) => row) };
  const { from, to } = rangeOf(question, question.period);
  return { question, rows: question.rows.slice(from, to).reverse() };
}
