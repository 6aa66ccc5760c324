import { describe, expect, test } from 'vitest';
import { countsOf, detail, handoffs, of, outcomeOf, type Story, times } from '../../test/kpi-story.js';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import { BUILT_IN_VERSION } from '../definition/definition.js';
import { churn90d as declareChurn90d } from './churn-90d.js';
import { escalations as declareEscalations } from './escalations.js';
import { kpisOn } from './kpis.js';
import { outcomes } from './measure.js';
import { repeatInformation as declareRepeatInformation } from './repeat-information.js';
import { countOf } from './share-estimate.js';
import { timeToFirstValue as declareTimeToFirstValue } from './time-to-first-value.js';
import { weekOneCsat as declareWeekOneCsat } from './week-one-csat.js';

const KPIS = kpisOn(BUILT_IN_TERMS);
const churn90d = declareChurn90d(BUILT_IN_TERMS);
const escalations = declareEscalations(BUILT_IN_TERMS);
const repeatInformation = declareRepeatInformation(BUILT_IN_TERMS);
const timeToFirstValue = declareTimeToFirstValue(BUILT_IN_TERMS);
const weekOneCsat = declareWeekOneCsat(BUILT_IN_TERMS);

/** Handoffs of many kinds. */
const STORIES: Story[] = Array.from({ length: 60 }, (_, i) => ({
  age: i * 3,
  owner: (i % 4) - 1,
  welcome: (i % 5) / 24,
  segment: i % 3 === 0 ? 'enterprise' : 'standard',
  ...(i % 2 === 0 ? { transfer: i % 6, kickoff: i % 17, sections: [-3, -2, 1] } : {}),
  ...(i % 3 === 0 ? { onboarded: 10 + i, value: i - 5, contacts: [1, 4, 8, 12] } : {}),
  ...(i % 7 === 0 ? { churn: 30 + i, gap: 5, repeats: [3, 20] } : {}),
  ...(i % 5 === 0 ? { asked: 1, answered: 3, satisfied: i % 2 === 0, score: 4, escalated: [9], talk: 6, ownerChanges: [4] } : {}),
}));

describe('every KPI', () => {
  test.each(KPIS.map((kpi) => [kpi.id, kpi] as const))('%s has no number of nothing', (_, kpi) => {
    expect(of(kpi, [])).toMatchObject({ value: null, n: 0, why: 'no handoffs to measure' });
    for (const { id } of kpi.details) expect(detail(kpi, id, [])).toMatchObject({ value: null, low: null, high: null, n: 0 });
  });

  test.each(KPIS.map((kpi) => [kpi.id, kpi] as const))('%s names each outcome it can read', (_, kpi) => {
    const names = new Set(kpi.outcomes.map(({ outcome }) => outcome));
    for (let bin = 0; bin < kpi.observe.bins; bin++) expect(names).toContain(kpi.read(bin).outcome);
  });

  test.each(KPIS.map((kpi) => [kpi.id, kpi] as const))('%s counts its members once, and says of which outcomes it does not', (_, kpi) => {
    const selection = handoffs(STORIES);
    const counts = countsOf(kpi, selection);
    const n = countOf(counts.all, (bin) => kpi.read(bin).member);
    const beside = kpi.outcomes.filter(({ label }) => label.includes('not part of the number')).map(({ outcome }) => outcome);
    const ended = outcomes(kpi, counts);
    const sum = (some: typeof ended) => some.reduce((total, { count }) => total + count, 0);
    expect(of(kpi, STORIES).n).toBe(n);
    expect(sum(ended.filter(({ outcome }) => !beside.includes(outcome)))).toBe(n);
    expect(sum(ended)).toBe(STORIES.length);
    for (let bin = 0; bin < kpi.observe.bins; bin++) expect(kpi.read(bin).member).toBe(!beside.includes(kpi.read(bin).outcome));
  });

  test.each(KPIS.map((kpi) => [kpi.id, kpi] as const))('%s and its details lie within their limits', (_, kpi) => {
    for (const { value, low, high } of [of(kpi, STORIES), ...kpi.details.map(({ id }) => detail(kpi, id, STORIES))]) {
      if (value === null) continue;
      expect(low ?? value).toBeLessThanOrEqual(value + 1e-12);
      expect(high ?? value).toBeGreaterThanOrEqual(value - 1e-12);
    }
  });

  test.each(KPIS.map((kpi) => [kpi.id, kpi] as const))('%s has fewer bins than a code can hold', (_, kpi) => {
    for (const { observe = kpi.observe } of [kpi, ...kpi.details]) expect(observe.bins).toBeLessThanOrEqual(0x1_0000);
  });

  test('says its own window and not the built-in one', () => {
    const windows = { csatDays: 14, churnDays: 60, repeatDays: 30, escalationDays: 45, ownershipDays: 21, quietDays: 10 };
    const definition = { ...BUILT_IN_VERSION, definition: { ...BUILT_IN_VERSION.definition, windows } };
    const changed = kpisOn({ ...BUILT_IN_TERMS, definition });
    const said = changed.map(({ id, name, windowDays }) => [id, name, windowDays]);
    expect(said.slice(1, 5)).toEqual([
      ['week-one-csat', 'CSAT of the first 14 days', 14],
      ['churn-90d', '60-day churn', 60],
      ['repeat-information', 'Repeat information', 30],
      ['escalations', 'Escalations', 45],
    ]);
    expect(changed.find(({ id }) => id === 'ownership')?.windowDays).toBe(21);
    const words = changed.slice(1, 5).map(({ name, question, definition, statistic, outcomes, details }) => {
      return [name, question, definition, statistic, ...[...outcomes, ...details].map(({ label }) => label)].join(' ');
    });
    expect(words.join(' ')).not.toMatch(/\b(7|42|90) days|90-day|day 90|first week/);
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

  test('has the target of each segment, and tells pilots apart without leaving them out', () => {
    expect(timeToFirstValue.targets).toEqual({ all: null, standard: 30, enterprise: 60 });
    const stories = [...times(6, { age: 90, value: -20 }), ...times(6, { age: 90, value: 10 })];
    expect(of(timeToFirstValue, stories)).toMatchObject({ value: 0, n: 12 });
    expect(detail(timeToFirstValue, 'early', stories)).toMatchObject({ value: 0.5, n: 12 });
  });

  test('of many of whom no source tells anything is not known, and nobody is waiting', () => {
    expect(outcomeOf(timeToFirstValue, { age: 50 })).toEqual(['waiting', 50]);
    expect(of(timeToFirstValue, times(40, { age: 50 }))).toMatchObject({ value: null, n: 0, why: 'no handoffs to measure' });
    expect(of(timeToFirstValue, [...times(40, { age: 50 }), { age: 50, value: 3 }])).toMatchObject({ n: 41 });
  });

  test('counts value after a year as reached, though the curve ends before', () => {
    const late = handoffs(times(6, { age: 900, value: 500 }));
    expect(outcomes(timeToFirstValue, countsOf(timeToFirstValue, late))[1]).toMatchObject({ outcome: 'reached', count: 6 });
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

  test('has tiers that add up to all of it, each episode in one', () => {
    const stories = [
      ...times(4, { age: 100, repeats: [3, 5], tiers: ['reported' as const, 'inferred' as const] }),
      ...times(4, { age: 100, repeats: [7], tiers: ['asked again' as const] }),
      { age: 100, repeats: [50], tiers: ['inferred' as const] },
    ];
    const [reported, asked, inferred] = ['tier-reported', 'tier-asked-again', 'tier-inferred'].map((id) =>
      detail(repeatInformation, id, stories),
    );
    expect([reported?.value, asked?.value, inferred?.value].map((value) => Math.round((value ?? 0) * 9))).toEqual([400, 400, 400]);
    expect(of(repeatInformation, stories).value).toBeCloseTo((reported?.value ?? 0) + (asked?.value ?? 0) + (inferred?.value ?? 0), 10);
    expect(detail(repeatInformation, 'tier-reported', [...stories, ...times(9, { age: 20, repeats: [2] })])).toMatchObject({ n: 9 });
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
