import type { Measure } from '../api/shape.js';
import { interval, quantity, type Unit } from '../ui/format.js';
import table from '../ui/table.module.css';

/** A measure in a cell: its value over its interval, or why it has none. */
export function Told({ measure, unit }: { measure: Measure; unit: Unit }) {
  if (measure.value === null)
    return <span className={table.quiet}>{measure.n > 0 && measure.n < 5 ? 'fewer than 5: listed' : measure.why}</span>;
  return (
    <>
      {quantity(measure.value, unit)}
      <br />
      <span className={table.quiet}>
        {interval(measure, unit)}
        {measure.wide && ' wide'}
      </span>
    </>
  );
}

/** The middle half: from the time by which a quarter got there to that of three quarters. */
export function middleHalf(low: Measure, high: Measure, unit: Unit): string {
  if (low.value === null) return '';
  return high.value === null
    ? `a quarter by ${quantity(low.value, unit)}`
    : `half between ${quantity(low.value, unit)} and ${quantity(high.value, unit)}`;
}
