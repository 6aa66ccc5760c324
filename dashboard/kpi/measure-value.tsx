import type { Measure } from '../api/shape.js';
import { digits, interval, type Unit, unitWord } from '../ui/format.js';
import styles from './tile.module.css';

/** The number, its unit and its interval; in the place of a missing number, why it is missing. */
export function MeasureValue({ measure, unit }: { measure: Measure; unit: Unit }) {
  if (measure.value === null)
    return (
      <div className={styles.value}>
        <p className={styles.why}>{measure.why ?? 'Nothing to measure yet.'}</p>
      </div>
    );
  return (
    <div className={styles.value}>
      <p className={styles.number}>
        {digits(measure.value, unit)}
        <span className={styles.unit}> {unitWord(measure.value, unit)}</span>
      </p>
      <p className={styles.interval}>
        <abbr title="In 95 of 100 samples like this one, an interval made this way holds the true value.">95 %</abbr>{' '}
        {interval(measure, unit)}
        {measure.wide && <span className={styles.wide}> wide</span>}
      </p>
    </div>
  );
}
