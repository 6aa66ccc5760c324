import { quantity, type Unit } from '../ui/format.js';
import styles from './trend.module.css';

/** What each mark of the chart means, beside the sentence that reads it. */
export function TrendLegend({ target, unit, sentence }: { target: number | null; unit: Unit; sentence: string }) {
  return (
    <div className={styles.legend}>
      <p className={styles.sentence}>{sentence}</p>
      <ul className={styles.keys}>
        <li>
          <span className={styles.keyBand} /> 95 % interval
        </li>
        <li>
          <span className={styles.keyHollow} /> so far
        </li>
        <li>
          <span className={styles.keyRing} /> stands out
        </li>
        <li>
          <span className={styles.keyLimit} /> expected range
        </li>
        {target !== null && (
          <li>
            <span className={styles.keyTarget} /> target {quantity(target, unit)}
          </li>
        )}
      </ul>
    </div>
  );
}
