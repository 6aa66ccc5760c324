import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { invalid } from '../http/problem.js';
import type { Kpi } from './kpi.js';
import type { handoffList, listQuery } from './kpi.schema.js';
import { type Found, listed, type Page } from './listed.js';
import { observed } from './observed.js';
import { type Question, rangeOf } from './question.js';
import { maturePosition } from './selection.js';

type List = Omit<z.infer<typeof handoffList>, 'scope' | 'kpi'>;

interface Part extends Page {
  outcome: string | undefined;
}

export const pageOf = ({ outcome, after, limit }: z.infer<typeof listQuery>): Part => ({ outcome, after, limit });

/** Exactly the handoffs a number rests on, or those of one outcome, the last won first. */
export function handoffsBehind(db: DataSource, { kpi, question }: { kpi: Kpi; question: Question }, part: Part): Promise<List> {
  return listed(db, { question, found: [...behind(kpi, question, part.outcome)] }, part);
}

/** The same as rows; refuses, as bad input, an outcome the KPI does not have. */
export function* behind(kpi: Kpi, question: Question, wanted: string | undefined): Generator<Found> {
  assertOutcome(kpi, wanted);
  const range = rangeOf(question, question.period);
  const mature = maturePosition(question, kpi.windowDays);
  const seen = observed(question, kpi.observe);
  const labels = new Map(kpi.outcomes.map(({ outcome, label }) => [outcome, label]));
  for (let i = range.to - 1; i >= range.from; i--) {
    const row = question.rows[i] ?? 0;
    const { member, outcome, value } = kpi.read(seen[row] ?? 0);
    if (wanted !== undefined ? outcome !== wanted : !member) continue;
    yield { row, outcome, label: labels.get(outcome) ?? outcome, value, mature: i < mature };
  }
}

function assertOutcome(kpi: Kpi, outcome: string | undefined): void {
  const names = kpi.outcomes.map((one) => one.outcome);
  if (outcome === undefined || names.includes(outcome)) return;
  throw invalid([{ message: `${kpi.id} has no outcome "${outcome}"; it has ${names.join(', ')}`, path: ['outcome'] }]);
}
