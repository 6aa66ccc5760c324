import { expect, test } from 'vitest';
import { randomFor } from '../../../etl/sandbox/company/random.js';
import { trueMedian, trueShare } from './company.js';
import { coverageOf } from './trial.js';
import { TRIALS } from './trials.js';

const COMPANIES = 250;

/** Four standard errors of 250 tries below 95 %, and what limits that are too wide would show. */
const [LEAST, MOST] = [0.895, 0.996];

test.each(TRIALS)('limits of the $name hold the truth about 19 times in 20', (trial) => {
  const { said, covered } = coverageOf(trial, 100, { companies: COMPANIES, random: randomFor(2, trial.name) });
  expect(said).toBeGreaterThan(COMPANIES * 0.9);
  expect(covered / said).toBeGreaterThan(LEAST);
  expect(covered / said).toBeLessThan(MOST);
});

test('the truth without leavers is the log-normal distribution', () => {
  const company = { median: 30, sigma: 0.5, danger: 0, days: 300 };
  expect(trueShare(company, 29)).toBeCloseTo(0.5, 2);
  expect(trueMedian(company)).toBe(29);
  expect(trueShare(company, Math.round(30 * Math.exp(0.5)) - 1)).toBeCloseTo(0.8413, 2);
});

test('with leavers is less, and half need never get there', () => {
  expect(trueShare({ median: 30, sigma: 0.5, danger: 0.01, days: 300 }, 400)).toBeCloseTo(0.73, 1);
  expect(trueMedian({ median: 60, sigma: 0.5, danger: 0.05, days: 300 })).toBeNull();
});
