import type { Unit } from './kpi.schema.js';

/** A size >= 0 of a difference in words: '4.2 points', '1 day', '3.0 per 100 handoffs'. */
export function amountOf(size: number, unit: Unit): string {
  if (unit === 'share') return `${(size * 100).toFixed(1)} points`;
  if (unit === 'per 100 handoffs') return `${size.toFixed(1)} per 100 handoffs`;
  const rounded = Math.round(size * 10) / 10;
  if (unit === 'of 100') return `${rounded} of 100`;
  return `${rounded} ${rounded === 1 ? unit.slice(0, -1) : unit}`;
}
