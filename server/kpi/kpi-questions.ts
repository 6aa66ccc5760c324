import type { z } from 'zod';
import type { CountedQuestion } from '../counting/counted-question.js';
import { allAnswers, declarationOf, type KpiQuery, oneAnswer } from './answer.js';
import { dimensionsOf } from './dimension.js';
import type { dimensions, handoffList, kpiAnswers, listQuery, oneKpiAnswer } from './kpi.schema.js';
import { kpiOf } from './kpis.js';
import { handoffsBehind, pageOf } from './list.js';
import { ask, type Question, type ScopeQuery, scopeOf } from './question.js';

/** A query about one KPI. */
type OfOne<Query> = Query & { id: string };

export const allKpis: CountedQuestion<KpiQuery, z.infer<typeof kpiAnswers>> = { name: 'kpi', kept: true, answer: allAnswers };

export const oneKpi: CountedQuestion<OfOne<KpiQuery>, z.infer<typeof oneKpiAnswer>> = { name: 'kpi/one', kept: true, answer: oneAnswer };

export const handoffsBehindKpi: CountedQuestion<OfOne<z.infer<typeof listQuery>>, z.infer<typeof handoffList>> = {
  name: 'kpi/handoff',
  kept: true,
  async answer(ground, workspace, { id, ...query }) {
    const question = await ask(ground, workspace, query);
    const kpi = kpiOf(question.terms, id);
    const list = await handoffsBehind(ground.db, { kpi, question }, pageOf(query));
    return { scope: plainScope(question), kpi: declarationOf(kpi), ...list };
  },
};

export const knownDimensions: CountedQuestion<ScopeQuery, z.infer<typeof dimensions>> = {
  name: 'dimension',
  kept: true,
  async answer(ground, workspace, query) {
    const question = await ask(ground, workspace, query);
    return { scope: plainScope(question), dimensions: dimensionsOf(question) };
  },
};

const plainScope = (question: Question) => scopeOf(question, { by: null, interval: 'month' });
