import { digits, plainNumber, type Unit } from '../ui/format.js';

const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** A difference with its sign: "+4.2 points", "-3 days". Shares differ in points, never in per cent of per cent. */
export function signed(value: number, unit: Unit): string {
  const written = size(Math.abs(value), unit);
  return `${Number(written) === 0 ? '' : signOf(value)}${written} ${word(Math.abs(value), unit)}`;
}

const signOf = (value: number): string => (value > 0 ? '+' : value < 0 ? '\u2212' : '');

function size(value: number, unit: Unit): string {
  if (unit === 'share') return tenth.format(value * 100);
  return unit === 'days' || unit === 'hours' ? digits(value, unit) : plainNumber(value);
}

function word(value: number, unit: Unit): string {
  if (unit === 'share') return 'points';
  if (unit === 'days' || unit === 'hours') return value === 1 ? unit.slice(0, -1) : unit;
  return unit === 'per 100 handoffs' ? 'per 100' : unit;
}

/** "-8.1 to -5.0": both ends with their signs; an end the data do not bound is said so. */
export function spread(low: number | null, high: number | null, unit: Unit): string {
  const end = (value: number) => `${signOf(value)}${size(Math.abs(value), unit)}`;
  if (low === null && high === null) return 'not bounded by the data';
  if (high === null) return `${end(low ?? 0)} or more`;
  return low === null ? `up to ${end(high)}` : `${end(low)} to ${end(high)}`;
}

/** "p 0.03": adjusted; below a thousandth nobody counts. */
export const chance = (p: number | null): string => (p === null ? '' : p < 0.001 ? 'p < 0.001' : `p ${p.toFixed(p < 0.1 ? 3 : 2)}`);
