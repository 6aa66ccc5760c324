import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sequence } from '../../../test/simulated-company.js';
import { wilson } from '../../kpi/statistics/wilson.js';
import { auc, aucDifference, type Scored } from './auc.js';
import type { Test } from './backtest.js';
import { brier, brierSkill } from './brier.js';
import { calibrate, calibrated } from './calibration.js';
import { calibrationTable } from './calibration-table.js';
import { logitOf } from './logistic.js';

const scored = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), churned: fc.boolean(), handoff: fc.nat({ max: 40 }) }), {
  maxLength: 60,
});

/** Every pair, one after the other. */
function naively(all: readonly Scored[]): number | null {
  const pairs = all
    .filter((one) => one.churned)
    .flatMap((one) => all.filter((two) => !two.churned).map((two) => [one.score, two.score] as const));
  if (pairs.length === 0) return null;
  return pairs.reduce((sum, [a, b]) => sum + (a > b ? 1 : a === b ? 0.5 : 0), 0) / pairs.length;
}

test('AUC is the share of pairs in which the churned one was scored higher', () => {
  fc.assert(
    fc.property(scored, (all) => {
      const slow = naively(all);
      if (slow === null) expect(auc(all)).toBeNull();
      else expect(auc(all)?.value).toBeCloseTo(slow, 12);
    }),
  );
});

test('the limits of AUC hold it, and stay between 0 and 1', () => {
  fc.assert(
    fc.property(scored, (all) => {
      const found = auc(all);
      if (!found) return;
      expect(found.low).toBeLessThanOrEqual(found.value + 1e-9);
      expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-9);
      expect(Math.min(found.low, 1 - found.high)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('scores of one handoff count as one witness: the same scores said three times are no surer', () => {
  const random = sequence(3);
  const once = Array.from({ length: 80 }, (_, handoff) => ({ score: random(), churned: random() < 0.4, handoff }));
  const [one, three] = [auc(once), auc([...once, ...once, ...once])];
  expect(three?.value).toBeCloseTo(one?.value ?? 0, 12);
  expect(three?.low).toBeCloseTo(one?.low ?? 0, 12);
  const apart = auc([0, 1, 2].flatMap((copy) => once.map((each) => ({ ...each, handoff: each.handoff + 1000 * copy }))));
  expect(apart?.low).toBeGreaterThan(three?.low ?? 1);
});

test('the variance of AUC is that of DeLong where every handoff was scored once', () => {
  const all = [0.1, 0.4, 0.35, 0.8].map((score, handoff) => ({ score, churned: handoff > 1, handoff }));
  // By hand: the churned are placed above 0.5 and 1 of the others, the others below 1 and 0.5; each variance 0.125, halved.
  const error = Math.sqrt(0.125 / 2 + 0.125 / 2);
  const found = auc(all);
  expect(found?.value).toBe(0.75);
  expect(logitOf(found?.high ?? 0) - logitOf(0.75)).toBeCloseTo((1.959963984540054 * error) / (0.75 * 0.25), 9);
});

test('two scores that are the same differ by nothing, and a score that tells by more than one that does not', () => {
  const random = sequence(4);
  const all = Array.from({ length: 300 }, (_, handoff) => {
    const churned = random() < 0.3;
    return { score: random() + (churned ? 0.5 : 0), other: random(), churned, handoff };
  });
  expect(aucDifference(all.map((one) => ({ ...one, other: one.score })))).toEqual({ value: 0, low: 0, high: 0 });
  const found = aucDifference(all);
  const [own, other] = [auc(all), auc(all.map((one) => ({ ...one, score: one.other })))];
  expect(found?.value).toBeCloseTo((own?.value ?? 0) - (other?.value ?? 0), 12);
  expect(found?.low).toBeGreaterThan(0);
  expect(aucDifference([])).toBeNull();
});

const said = (chance: number, base: number, churned: boolean, handoff: number) => ({ chance, base, churned, handoff });

test('Brier is the mean squared distance, and skill what it gains on the base rate', () => {
  expect(brier([])).toBeNull();
  const perfect = [said(1, 0.5, true, 1), said(0, 0.5, false, 2)];
  expect(brier(perfect)).toBe(0);
  expect(brierSkill(perfect)).toMatchObject({ value: 1, low: 1, high: 1 });
  expect(brierSkill([said(0.5, 0.5, true, 1), said(0.5, 0.5, false, 2)])?.value).toBe(0);
  expect(brier([said(0.8, 0, true, 1), said(0.4, 0, false, 2)])).toBeCloseTo((0.04 + 0.16) / 2, 12);
});

test('calibrated chances add up to what came', () => {
  const groups = fc.array(
    fc.record({
      logit: fc.double({ min: -4, max: 4, noNaN: true }),
      count: fc.integer({ min: 1, max: 30 }),
      share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    }),
    { minLength: 5, maxLength: 30 },
  );
  fc.assert(
    fc.property(groups, (all) => {
      const logits = Float64Array.from(all, ({ logit }) => logit);
      const [count, positive] = [Float64Array.from(all, (one) => one.count), Float64Array.from(all, (one) => one.count * one.share)];
      const calibration = calibrate(logits, { count, positive });
      fc.pre(calibration.slope !== 0 && calibration.slope !== 1);
      const expected = logits.reduce((sum, logit, i) => sum + calibrated(calibration, logit) * (count[i] ?? 0), 0);
      expect(expected).toBeCloseTo(
        positive.reduce((sum, one) => sum + one, 0),
        2,
      );
    }),
  );
});

test('chances that go the wrong way are read as one', () => {
  const [count, positive] = [Float64Array.of(100, 100), Float64Array.of(80, 20)];
  const calibration = calibrate(Float64Array.of(-2, 2), { count, positive });
  expect(calibration.slope).toBe(0);
  expect(calibrated(calibration, -2)).toBeCloseTo(0.5, 9);
});

test('a calibration table has every score once, and counts handoffs for its limits', () => {
  const random = sequence(8);
  const tests = Array.from(
    { length: 1200 },
    (_, i): Test => ({ chance: random(), base: 0.5, churned: random() < 0.3, handoff: i % 400, age: 10, month: 0 }),
  );
  const table = calibrationTable(tests);
  expect(table).toHaveLength(10);
  expect(table.reduce((sum, group) => sum + group.scored, 0)).toBe(1200);
  expect(table.every((group, i) => i === 0 || group.low >= (table[i - 1]?.high ?? 0))).toBe(true);
  const [first] = table;
  if (!first) throw new Error('no group');
  expect(first.observedHigh).toBeCloseTo(wilson(first.observed * first.handoffs, first.handoffs).high, 9);
  expect(calibrationTable(tests.slice(0, 100))).toHaveLength(5);
  expect(calibrationTable([])).toEqual([]);
});
