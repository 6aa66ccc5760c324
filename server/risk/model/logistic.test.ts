import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cholesky, quadratic, solve } from './cholesky.js';
import { chanceOf, type Grouped, logistic, logitOf } from './logistic.js';
import { rowsOf } from './rows.js';

interface Row {
  x: number[];
  count: number;
  positive: number;
}

const grouped = (rows: readonly Row[]): Grouped => ({
  rows: rowsOf(
    rows.map(({ x }) => [1, ...x]),
    1 + (rows[0]?.x.length ?? 0),
  ),
  count: Float64Array.from(rows, ({ count }) => count),
  positive: Float64Array.from(rows, ({ positive }) => positive),
});

/** Coordinate by coordinate, by halving the interval in which the slope of the likelihood changes its sign: slow, and shares nothing. */
function slowly(rows: readonly Row[], penalty: readonly number[]): number[] {
  const beta = penalty.map(() => 0);
  const slopeAt = (j: number, value: number) => {
    const tried = beta.map((one, k) => (k === j ? value : one));
    const sum = rows.reduce((total, { x, count, positive }) => {
      const inputs = [1, ...x];
      const p = 1 / (1 + Math.exp(-inputs.reduce((logit, input, k) => logit + input * (tried[k] ?? 0), 0)));
      return total + (positive - count * p) * (inputs[j] ?? 0);
    }, 0);
    return sum - (penalty[j] ?? 0) * value;
  };
  for (let round = 0; round < 400; round++) {
    for (const j of beta.keys()) {
      let [low, high] = [-30, 30];
      for (let halving = 0; halving < 45; halving++) {
        const middle = (low + high) / 2;
        if (slopeAt(j, middle) > 0) low = middle;
        else high = middle;
      }
      beta[j] = (low + high) / 2;
    }
  }
  return beta;
}

const row = fc
  .record({
    x: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 })),
    count: fc.integer({ min: 1, max: 20 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ x, count, share }): Row => ({ x, count, positive: Math.round(count * share) }));

test('finds what a slow search coordinate by coordinate finds', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 8 }), fc.double({ min: 1, max: 20, noNaN: true }), (rows, penalty) => {
      const penalties = [0.5, penalty, penalty];
      const { coefficients } = logistic(grouped(rows), { penalty: Float64Array.from(penalties) });
      for (const [j, slow] of slowly(rows, penalties).entries()) expect(coefficients[j]).toBeCloseTo(slow, 4);
    }),
    { numRuns: 5 },
  );
});

test('of nothing but the constant it is the logit of the share', () => {
  const { coefficients } = logistic(grouped([{ x: [], count: 40, positive: 10 }]), { penalty: Float64Array.of(0) });
  expect(coefficients[0]).toBeCloseTo(Math.log(10 / 30), 9);
});

test('of one thing that is or is not, the coefficient is the log of the odds ratio, and its variance that of Woolf', () => {
  const rows = grouped([
    { x: [0], count: 100, positive: 20 },
    { x: [1], count: 50, positive: 25 },
  ]);
  const { coefficients, information } = logistic(rows, { penalty: Float64Array.of(0, 0) });
  expect(coefficients[1]).toBeCloseTo(Math.log((25 * 80) / (25 * 20)), 9);
  expect(solve(information, [0, 1])[1]).toBeCloseTo(1 / 25 + 1 / 25 + 1 / 20 + 1 / 80, 9);
});

test('rows that are alike count the same one by one', () => {
  const together = logistic(
    grouped([
      { x: [1], count: 3, positive: 2 },
      { x: [0], count: 2, positive: 1 },
    ]),
    { penalty: Float64Array.of(0, 1) },
  );
  const single = [1, 1, 0]
    .map((positive) => ({ x: [1], count: 1, positive }))
    .concat([1, 0].map((positive) => ({ x: [0], count: 1, positive })));
  const apart = logistic(grouped(single), { penalty: Float64Array.of(0, 1) });
  for (const j of [0, 1]) expect(apart.coefficients[j]).toBeCloseTo(together.coefficients[j] ?? 0, 9);
});

test('a heavy penalty leaves nothing but the share, even where one thing tells all', () => {
  const rows = grouped([
    { x: [0], count: 50, positive: 0 },
    { x: [1], count: 50, positive: 50 },
  ]);
  const { coefficients } = logistic(rows, { penalty: Float64Array.of(0, 1e9) });
  expect(coefficients[1]).toBeCloseTo(0, 6);
  expect(chanceOf(coefficients[0] ?? 0)).toBeCloseTo(0.5, 6);
  expect(logitOf(0.5)).toBe(0);
});

test('a system of equations is solved, whatever its size', () => {
  const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(numbers, fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), (b, x) => {
      const at = (i: number, j: number) => b[i * 4 + j] ?? 0;
      const cell = (i: number, j: number) => [0, 1, 2, 3].reduce((sum, k) => sum + at(i, k) * at(j, k), i === j ? 1 : 0);
      const values = Float64Array.from({ length: 16 }, (_, k) => cell(Math.floor(k / 4), k % 4));
      const product = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].reduce((sum, j) => sum + (values[i * 4 + j] ?? 0) * (x[j] ?? 0), 0));
      for (const [i, found] of solve(cholesky({ size: 4, values }), product).entries()) expect(found).toBeCloseTo(x[i] ?? 0, 6);
      expect(quadratic({ size: 4, values }, x)).toBeCloseTo(
        x.reduce((sum, one, i) => sum + one * (product[i] ?? 0), 0),
        6,
      );
    }),
  );
  expect(() => cholesky({ size: 2, values: Float64Array.of(1, 1, 1, 1) })).toThrow('row 1 of the matrix depends on the rows before it');
});
