import { cholesky, type Square, solve } from './cholesky.js';
import { addProducts, addRow, type Rows, weightedSum } from './rows.js';

/** Rows that are alike are one: `count` of them, of which `positive` had the outcome. */
export interface Grouped {
  /** The constant 1 is among their inputs. */
  rows: Rows;
  count: Float64Array;
  positive: Float64Array;
}

export interface LogisticOptions {
  /** What the square of each coefficient costs, halved; 0 for those that are free. */
  penalty: Float64Array;
  /** Where the search begins; from 0 when left out. */
  start?: Float64Array;
}

export interface Logistic {
  coefficients: Float64Array;
  /** The triangle of the penalised information at the solution. */
  information: Square;
}

const MOST_STEPS = 60;
/** Of the likelihood, as a share: what Newton's steps still gain shrinks with its square. */
const CLOSE_ENOUGH = 1e-8;

/** Coefficients that make the outcomes likeliest, less the penalty: Newton's steps, halved where they go too far. Le Cessie and van Houwelingen 1992, Applied Statistics 41:191. */
export function logistic(grouped: Grouped, { penalty, start }: LogisticOptions): Logistic {
  let coefficients: Float64Array = start ? Float64Array.from(start) : new Float64Array(grouped.rows.width);
  let likelihood = penalised(grouped, coefficients, penalty);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, information } = slope(grouped, coefficients, penalty);
    const triangle = cholesky(information);
    const move = solve(triangle, gradient);
    const next = halved({ grouped, coefficients, penalty, move, likelihood });
    const gain = next.likelihood - likelihood;
    coefficients = next.coefficients;
    likelihood = next.likelihood;
    if (gain <= CLOSE_ENOUGH * (Math.abs(likelihood) + 1)) break;
  }
  return { coefficients, information: cholesky(slope(grouped, coefficients, penalty).information) };
}

/** Never under 1e-12 or above 1 - 1e-12. */
export function chanceOf(logit: number): number {
  const chance = logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
  return Math.min(1 - 1e-12, Math.max(1e-12, chance));
}

export const logitOf = (chance: number): number => Math.log(chance / (1 - chance));

function penalised(grouped: Grouped, coefficients: Float64Array, penalty: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < grouped.count.length; row++) {
    const p = chanceOf(weightedSum(grouped.rows, row, coefficients));
    const positive = grouped.positive[row] ?? 0;
    sum += positive * Math.log(p) + ((grouped.count[row] ?? 0) - positive) * Math.log(1 - p);
  }
  for (let j = 0; j < coefficients.length; j++) sum -= ((penalty[j] ?? 0) * (coefficients[j] ?? 0) ** 2) / 2;
  return sum;
}

function slope(grouped: Grouped, coefficients: Float64Array, penalty: Float64Array): { gradient: Float64Array; information: Square } {
  const { rows, count, positive } = grouped;
  const { width } = rows;
  const gradient = coefficients.map((coefficient, j) => -(penalty[j] ?? 0) * coefficient);
  const values = new Float64Array(width * width);
  for (let row = 0; row < count.length; row++) {
    const p = chanceOf(weightedSum(rows, row, coefficients));
    const size = count[row] ?? 0;
    addRow(gradient, rows, { row, factor: (positive[row] ?? 0) - size * p });
    addProducts(values, rows, { row, factor: size * p * (1 - p) });
  }
  for (let i = 0; i < width; i++) values[i * width + i] = (values[i * width + i] ?? 0) + (penalty[i] ?? 0);
  return { gradient, information: { size: width, values } };
}

interface Step {
  grouped: Grouped;
  coefficients: Float64Array;
  penalty: Float64Array;
  move: Float64Array;
  likelihood: number;
}

/** The first of the whole step, its half, its quarter and so on that does not make things worse. */
function halved({ grouped, coefficients, penalty, move, likelihood }: Step): { coefficients: Float64Array; likelihood: number } {
  for (let part = 1; part > 1e-6; part /= 2) {
    const tried = coefficients.map((coefficient, j) => coefficient + part * (move[j] ?? 0));
    const reached = penalised(grouped, tried, penalty);
    if (reached >= likelihood) return { coefficients: tried, likelihood: reached };
  }
  return { coefficients, likelihood };
}
