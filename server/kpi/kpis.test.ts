import { describe, expect, test } from 'vitest';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import { DAY_SECONDS, MOMENTS, type Moment, NEVER } from '../handoff/column.js';
import { ColumnBuilder } from '../handoff/column-builder.js';
import { Snapshot } from '../handoff/snapshot.js';
import { churn90d as declareChurn90d } from './churn-90d.js';
import { count, weigh } from './count.js';
import { escalations as declareEscalations } from './escalations.js';
import type { Kpi } from './kpi.js';
import type { Measure } from './kpi.schema.js';
import { kpisOn } from './kpis.js';
import { measure, measureDetail, outcomes } from './measure.js';
import { observed } from './observed.js';
import { repeatInformation as declareRepeatInformation } from './repeat-information.js';
import { select } from './select.js';
import type { Selection } from './selection.js';
import { timeToFirstValue as declareTimeToFirstValue } from './time-to-first-value.js';
import { weekOneCsat as declareWeekOneCsat } from './week-one-csat.js';

const KPIS = kpisOn(BUILT_IN_TERMS);
const churn90d = declareChurn90d(BUILT_IN_TERMS);
const escalations = declareEscalations(BUILT_IN_TERMS);
const repeatInformation = declareRepeatInformation(BUILT_IN_TERMS);
const timeToFirstValue = declareTimeToFirstValue(BUILT_IN_TERMS);
const weekOneCsat = declareWeekOneCsat(BUILT_IN_TERMS);

const UNTIL = 10_000 * DAY_SECONDS;

/** Days after the won deal, which was won `age` days before the data ends. */
interface Story {
  age: number;
  value?: number;
  churn?: number;
  notice?: number;
  asked?: number;
  answered?: number;
  satisfied?: boolean;
  score?: number;
  repeats?: number[];
  escalated?: number[];
  arr?: number;
  currency?: string;
}

function handoffs(stories: readonly Story[]): Selection {
  const builder = new ColumnBuilder();
  for (const [i, story] of [...stories].sort((a, b) => b.age - a.age).entries()) {
    const won = UNTIL - story.age * DAY_SECONDS;
    const after = (days: number | undefined) => (days === undefined ? NEVER : won + days * DAY_SECONDS);
    const at: Partial<Record<Moment, number>> = {
      won_at: won,
      first_value_at: after(story.value),
      churned_at: after(story.churn),
      notice_at: after(story.notice),
      survey_asked_at: after(story.asked),
      survey_answered_at: after(story.answered),
    };
    for (const name of MOMENTS) builder.moment[name].push(at[name] ?? NEVER);
    for (const day of story.repeats ?? []) {
      builder.listed('repeat_at', after(day));
      builder.repeatTier.push(0);
    }
    for (const day of story.escalated ?? []) builder.listed('escalation_at', after(day));
    builder.satisfied.push(story.satisfied === undefined ? -1 : Number(story.satisfied));
    builder.scoreTenths.push((story.score ?? 0) * 10);
    builder.arr.push(story.arr ?? -1);
    builder.dimension('currency', story.currency ?? null);
    builder.end(Buffer.from(String(i)));
  }
  const snapshot = new Snapshot(builder.columns(), '1');
  return { snapshot, rows: select(snapshot, [], snapshot.count), until: UNTIL, read: true };
}

function counts(kpi: Kpi, selection: Selection) {
  const [all] = count(selection, kpi, { ranges: [{ from: 0, to: selection.rows.length }], by: null }).ranges;
  if (!all) throw new Error('one range was asked for');
  return all;
}

const of = (kpi: Kpi, stories: readonly Story[]): Measure => measure(kpi, counts(kpi, handoffs(stories)));

function detail(kpi: Kpi, id: string, stories: readonly Story[]): Measure {
  const selection = handoffs(stories);
  const found = kpi.details.find((one) => one.id === id);
  if (!found) throw new Error(`${kpi.id} has no detail ${id}`);
  const { observe = kpi.observe } = found;
  const range = { from: 0, to: selection.rows.length };
  if (found.weight) {
    const weightOf = found.weight(selection.snapshot, 'EUR');
    return measureDetail(kpi, found, weigh(selection, { observe, windowDays: kpi.windowDays }, { range, weightOf }));
  }
  return measureDetail(kpi, found, { ...counts({ ...kpi, observe }, selection), weights: null });
}

function outcomeOf(kpi: Kpi, story: Story): [string, number | null] {
  const selection = handoffs([story]);
  const { outcome, value } = kpi.read(observed(selection, kpi.observe)[0] ?? 0);
  return [outcome, value];
}

const times = <T>(n: number, story: T): T[] => new Array<T>(n).fill(story);

describe('every KPI', () => {
  test.each(KPIS.map((kpi) => [kpi.id, kpi] as const))('%s has no number of nothing', (_, kpi) => {
    expect(of(kpi, [])).toMatchObject({ value: null, n: 0, why: 'no handoffs to measure' });
    for (const { id } of kpi.details) expect(detail(kpi, id, [])).toMatchObject({ value: null, low: null, high: null, n: 0 });
  });

  test.each(KPIS.map((kpi) => [kpi.id, kpi] as const))('%s names each outcome it can read', (_, kpi) => {
    const names = new Set(kpi.outcomes.map(({ outcome }) => outcome));
    for (let bin = 0; bin < kpi.observe.bins; bin++) expect(names).toContain(kpi.read(bin).outcome);
  });

  test('has an id of its own', () => expect(new Set(KPIS.map(({ id }) => id)).size).toBe(KPIS.length));
});

describe('small numbers', () => {
  const four = times(4, { age: 200, churn: 10 });
  test('of four handoffs there is no rate', () => {
    expect(of(churn90d, four)).toMatchObject({ value: null, low: null, high: null, n: 4, mature: 4, wide: false });
  });
  test('of five there is a wide one', () => expect(of(churn90d, times(5, { age: 200 }))).toMatchObject({ value: 0, n: 5, wide: true }));
  test('of thirty it is not wide', () => expect(of(churn90d, times(30, { age: 200 }))).toMatchObject({ value: 0, wide: false }));
});

describe('time to first value', () => {
  test.each<[Story, [string, number | null]]>([
    [{ age: 50, value: 12.9 }, ['reached', 12]],
    [{ age: 50, value: -3 }, ['early', 0]],
    [{ age: 50, value: 0 }, ['early', 0]],
    [{ age: 50, value: 0.1 }, ['reached', 0]],
    [{ age: 50 }, ['waiting', 50]],
    [{ age: 50, value: 51 }, ['waiting', 50]],
    [{ age: 50, value: 50 }, ['reached', 50]],
    [{ age: 50, churn: 20 }, ['left first', 20]],
    [{ age: 50, churn: 20, value: 20 }, ['reached', 20]],
    [{ age: 50, churn: 20, value: 30 }, ['left first', 20]],
    [{ age: 900, value: 500 }, ['reached', null]],
  ])('of %j is %j', (story, read) => expect(outcomeOf(timeToFirstValue, story)).toEqual(read));

  test('counts who still waits and who left in the denominator', () => {
    const half = [...times(10, { age: 400, value: 20 }), ...times(5, { age: 400, churn: 5 }), ...times(5, { age: 400 })];
    expect(of(timeToFirstValue, half)).toMatchObject({ value: 20, n: 20 });
    expect(of(timeToFirstValue, half.slice(1))).toMatchObject({ value: null, why: 'not reached: 47 % by day 365' });
  });

  test('counts value after a year as reached, though the curve ends before', () => {
    const late = handoffs(times(6, { age: 900, value: 500 }));
    expect(outcomes(timeToFirstValue, counts(timeToFirstValue, late))[1]).toMatchObject({ outcome: 'reached', count: 6 });
    expect(of(timeToFirstValue, times(6, { age: 900, value: 500 }))).toMatchObject({ value: null, why: 'not reached: 0 % by day 365' });
  });

  test('says when nobody has been seen as long as a share asks', () => {
    expect(detail(timeToFirstValue, 'by-day-60', [...times(5, { age: 40, value: 7 }), ...times(5, { age: 45 })])).toMatchObject({
      value: 0.5,
      why: 'so far: nobody has been seen beyond day 45',
    });
  });

  test('claims a share for later days when all have ended', () => {
    expect(detail(timeToFirstValue, 'by-day-60', times(6, { age: 40, value: 7 }))).toMatchObject({ value: 1, why: null });
  });
});

describe('week-one CSAT', () => {
  test.each<[Story, [string, number | null]]>([
    [{ age: 30, asked: 1, answered: 2, satisfied: true, score: 5 }, ['satisfied', 5]],
    [{ age: 30, asked: 1, answered: 6.999, satisfied: false, score: 2.5 }, ['not satisfied', 2.5]],
    [{ age: 30, asked: 1, answered: 7, satisfied: true }, ['no answer', null]],
    [{ age: 30, asked: 7 }, ['never surveyed', null]],
    [{ age: 30 }, ['never surveyed', null]],
    [{ age: 30, answered: 3, satisfied: true }, ['satisfied', null]],
    [{ age: 3, asked: 1, answered: 4, satisfied: true }, ['no answer', null]],
  ])('of %j is %j', (story, read) => expect(outcomeOf(weekOneCsat, story)).toEqual(read));

  test('rests on answers, its response rate on the asked', () => {
    const stories = [
      ...times(8, { age: 30, asked: 1, answered: 2, satisfied: true, score: 4 }),
      ...times(2, { age: 30, asked: 1, answered: 2, satisfied: false, score: 2 }),
    ];
    const silent = [...times(10, { age: 30, asked: 1 }), ...times(7, { age: 30 })];
    expect(of(weekOneCsat, [...stories, ...silent])).toMatchObject({ value: 0.8, n: 10, mature: 10, low: expect.closeTo(0.4901624715, 9) });
    expect(detail(weekOneCsat, 'response-rate', [...stories, ...silent])).toMatchObject({ value: 0.5, n: 20 });
    expect(detail(weekOneCsat, 'mean-score', [...stories, ...silent])).toMatchObject({ value: 3.6, n: 10 });
  });
});

describe('90-day churn', () => {
  test.each<[Story, [string, number | null]]>([
    [{ age: 200, churn: 90.5 }, ['churned', 90]],
    [{ age: 200, churn: 91 }, ['kept', null]],
    [{ age: 90 }, ['kept', 90]],
    [{ age: 89.9 }, ['watched', 89]],
  ])('of %j is %j', (story, read) => expect(outcomeOf(churn90d, story)).toEqual(read));

  test('counts young handoffs for as long as they were seen, not as kept', () => {
    const old = [...times(9, { age: 200 }), { age: 200, churn: 30 }];
    const withYoung = of(churn90d, [...old, ...times(10, { age: 10 })]);
    expect(withYoung).toMatchObject({ value: expect.closeTo(0.1, 12), n: 20, mature: 10 });
  });

  test('weighs ARR of the one currency', () => {
    const stories = [
      ...times(5, { age: 200, arr: 100, currency: 'EUR' }),
      { age: 200, arr: 500, churn: 9 },
      { age: 200, arr: 9000, churn: 9, currency: 'USD' },
    ];
    expect(detail(churn90d, 'arr-weighted', stories)).toMatchObject({ value: 0.5, n: 6 });
  });

  test('tells notice apart from the end of service', () => {
    const stories = [...times(8, { age: 200 }), { age: 200, notice: 20 }, { age: 200, notice: 30, churn: 60 }];
    expect(of(churn90d, stories).value).toBeCloseTo(0.1, 12);
    expect(detail(churn90d, 'notice', stories).value).toBeCloseTo(0.2, 12);
  });
});

describe('repeat information', () => {
  test.each<[Story, [string, number | null]]>([
    [{ age: 100 }, ['none', 0]],
    [{ age: 100, repeats: [3, 41.9, 42] }, ['two or more', 2]],
    [{ age: 3.5, repeats: [2.9, 3.2] }, ['one', 1]],
    [{ age: 100, repeats: times(50, 3) }, ['two or more', 20]],
  ])('of %j is %j', (story, read) => expect(outcomeOf(repeatInformation, story)).toEqual(read));

  test('counts young handoffs for the days they were seen', () => {
    const stories = [...times(4, { age: 100, repeats: [3] }), ...times(12, { age: 14 })];
    expect(of(repeatInformation, stories)).toMatchObject({ value: 50, n: 16, mature: 4 });
    expect(detail(repeatInformation, 'any', [...stories, ...times(4, { age: 100 })])).toMatchObject({ value: 0.5, n: 8 });
  });

  test('of handoffs won today is not 0', () => {
    expect(of(repeatInformation, times(9, { age: 0.5 }))).toMatchObject({ value: null, n: 9, why: 'not one whole day has been seen yet' });
  });
});

describe('escalations', () => {
  test.each<[Story, [string, number | null]]>([
    [{ age: 200, escalated: [12, 30] }, ['escalated', 12]],
    [{ age: 200, escalated: [-5, 30] }, ['escalated', 30]],
    [{ age: 200, escalated: [100] }, ['calm', null]],
    [{ age: 200, churn: 10, escalated: [20] }, ['left first', 10]],
    [{ age: 20 }, ['watched', 20]],
  ])('of %j is %j', (story, read) => expect(outcomeOf(escalations, story)).toEqual(read));

  test('counts handoffs once, and every escalation beside', () => {
    const stories = [...times(8, { age: 200 }), ...times(2, { age: 200, escalated: [5, 6, 7] })];
    expect(of(escalations, stories).value).toBeCloseTo(0.2, 12);
    expect(detail(escalations, 'per-100', stories)).toMatchObject({ value: 60, n: 10 });
  });
});
