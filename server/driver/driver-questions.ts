import { NotFoundException } from '@nestjs/common';
import type { z } from 'zod';
import type { CountedQuestion } from '../counting/counted-question.js';
import { declarationOf } from '../kpi/answer.js';
import { kpiOf } from '../kpi/kpis.js';
import { type Found, listed } from '../kpi/listed.js';
import { ask, type Question, type ScopeQuery, scopeOf } from '../kpi/question.js';
import type { FactorAnswer, FactorListQuery, factorList, MixAnswer, mixQuery, PeopleAnswer, peopleQuery } from './driver.schema.js';
import { factorsOf } from './factor-answer.js';
import { FACTORS } from './factors.js';
import { mixOf } from './mix.js';
import { moversOf } from './moved.js';
import { peopleOf } from './people.js';
import { isOpen, rowsOf, sided, timeTo } from './sides.js';
import { mixWords, toldParts, toldWhole, unitOf } from './told-mix.js';

const scopeBy = (question: Question, by: string | null) => scopeOf(question, { by, interval: 'month' });

/** Why a KPI moved. */
export const whyItMoved: CountedQuestion<z.infer<typeof mixQuery>, MixAnswer> = {
  name: 'driver/mix',
  kept: true,
  async answer(ground, workspace, { kpi: id, by, compare, ...query }) {
    const question = await ask(ground, workspace, query);
    const kpi = kpiOf(question.terms, id);
    const mix = mixOf(question, kpi, { by, compare });
    const movers = moversOf(question, kpi, mix);
    const { items } = await listed(ground.db, { question, found: movers }, { after: undefined, limit: Math.max(1, movers.length) });
    const moved = new Map(movers.map((mover) => [question.snapshot.id(mover.row), mover.moved]));
    return {
      scope: scopeBy(question, by),
      kpi: declarationOf(kpi),
      by,
      name: mix.name,
      quotient: mix.quotients?.name ?? null,
      unit: unitOf(kpi, mix.quotients),
      now: { period: mix.periods.now, measure: mix.whole.now },
      before: { period: mix.periods.before, measure: mix.whole.before },
      why: mix.why,
      ...toldWhole(mix),
      parts: toldParts(question, kpi, { mix, by }),
      moved: items.map((item) => ({ ...item, moved: moved.get(item.id) ?? 0 })),
      words: mixWords(kpi, mix, by),
    };
  },
};

/** What goes with leaving and with time to value. */
export const whatGoesWithIt: CountedQuestion<ScopeQuery, FactorAnswer> = {
  name: 'driver/factor',
  kept: true,
  answer: async (ground, workspace, query) => factorsOf(await ask(ground, workspace, query)),
};

/** The handoffs behind one side of a factor: exactly as many as it says. */
export const handoffsWithFactor: CountedQuestion<FactorListQuery & { id: string }, z.infer<typeof factorList>> = {
  name: 'driver/factor/handoff',
  kept: true,
  async answer(ground, workspace, { id, place, of, after, limit, ...query }) {
    const factor = FACTORS.find((one) => one.id === id);
    if (!factor) throw new NotFoundException(`There is no factor "${id}"; there are ${FACTORS.map((one) => one.id).join(', ')}.`);
    const question = await ask(ground, workspace, query);
    const sides = sided(question, factor);
    const found = [...rowsOf(question)].reverse().flatMap((row): Found[] => {
      if ((sides.placeOf?.(row) ?? 'unknown') !== place || (place !== 'too young' && !isOpen(sides, of, row))) return [];
      const { days, as } = timeTo(sides, of, row);
      const outcome = as === 'censored' ? 'waiting' : as === 'competing' ? 'left first' : of;
      return [{ row, outcome, label: LABELS[outcome], value: days + sides.settledDay, mature: as !== 'censored' }];
    });
    return { scope: scopeBy(question, null), factor: factor.name, ...(await listed(ground.db, { question, found }, { after, limit })) };
  },
};

const LABELS = { waiting: 'Still there', churn: 'Left', value: 'Got first value', 'left first': 'Left before value' } as const;

/** People and teams against the whole. */
export const peopleAgainstWhole: CountedQuestion<z.infer<typeof peopleQuery>, PeopleAnswer> = {
  name: 'driver/people',
  kept: true,
  async answer(ground, workspace, { kpi: id, by, ...query }) {
    const question = await ask(ground, workspace, query);
    const kpi = kpiOf(question.terms, id);
    return { scope: scopeBy(question, by), kpi: declarationOf(kpi), by, ...peopleOf(question, kpi, by) };
  },
};
