import styles from './chart.module.css';

interface DifferenceBarProps {
  difference: number;
  /** Null: not bounded by the data on that side. */
  low: number | null;
  high: number | null;
  /** Half the axis, which has 0 in its middle. */
  reach: number;
  clear: boolean;
}

const percent = (value: number, reach: number): string => `${Math.max(0, Math.min(100, 50 + (value / reach) * 50))}%`;

/** A difference on its interval, against no difference in the middle; hollow where it is not clear. The numbers stand beside it, so it says nothing to a screen reader. */
export function DifferenceBar({ difference, low, high, reach, clear }: DifferenceBarProps) {
  return (
    <svg className={styles.whisker} aria-hidden="true" width="100%" height="20">
      <line x1="0" x2="100%" y1="10" y2="10" className={styles.rail} />
      <line x1="50%" x2="50%" y1="0" y2="20" className={styles.whole} />
      <line x1={percent(low ?? -reach, reach)} x2={percent(high ?? reach, reach)} y1="10" y2="10" className={styles.range} />
      <circle cx={percent(difference, reach)} cy="10" r="4.5" className={clear ? styles.full : styles.hollow} />
    </svg>
  );
}
