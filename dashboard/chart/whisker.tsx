import styles from './chart.module.css';

interface WhiskerProps {
  value: number;
  low: number | null;
  high: number | null;
  /** End of the axis, which starts at 0. */
  top: number;
  /** The value of the whole, drawn as a line to compare with. */
  whole: number | null;
  wide: boolean;
}

const percent = (value: number, top: number): string => `${Math.max(0, Math.min(100, (value / top) * 100))}%`;

/** A dot on its interval, from 0 to `top`. The numbers stand beside it, so it says nothing to a screen reader. */
export function Whisker({ value, low, high, top, whole, wide }: WhiskerProps) {
  return (
    <svg className={styles.whisker} aria-hidden="true" width="100%" height="20">
      <line x1="0" x2="100%" y1="10" y2="10" className={styles.rail} />
      {whole !== null && <line x1={percent(whole, top)} x2={percent(whole, top)} y1="0" y2="20" className={styles.whole} />}
      <line x1={percent(low ?? 0, top)} x2={percent(high ?? top, top)} y1="10" y2="10" className={styles.range} />
      <circle cx={percent(value, top)} cy="10" r="4.5" className={wide ? styles.hollow : styles.full} />
    </svg>
  );
}
