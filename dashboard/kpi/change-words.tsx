import { IconArrowDownRight, IconArrowUpRight, IconBell, IconEqual, IconHourglass } from '@tabler/icons-react';
import type { KpiAnswer } from '../api/shape.js';
import { withDays } from '../ui/format.js';
import styles from './tile.module.css';

type Comparison = NonNullable<KpiAnswer['comparison']>;

/** A clear change is an arrow, a word and a colour; an unclear one stays grey, whatever its size. */
export function ComparisonWords({ comparison, better }: { comparison: Comparison; better: 'lower' | 'higher' }) {
  const { name, difference, clear, words } = comparison;
  if (difference === null || !clear)
    return (
      <p className={styles.change}>
        {difference === null ? <IconHourglass size={14} aria-hidden /> : <IconEqual size={14} aria-hidden />}{' '}
        <span>
          {withDays(words)} <span className={styles.against}>vs {name}</span>
        </span>
      </p>
    );
  const good = difference < 0 === (better === 'lower');
  const Arrow = difference < 0 ? IconArrowDownRight : IconArrowUpRight;
  return (
    <p className={`${styles.change} ${good ? styles.good : styles.bad}`}>
      <Arrow size={14} aria-hidden />{' '}
      <span>
        {withDays(words)} <span className={styles.verdict}>({good ? 'better' : 'worse'})</span>
      </span>
    </p>
  );
}

/** What the run rules say of the trend. */
export function SignalWords({ signal }: { signal: KpiAnswer['signal'] }) {
  if (!signal.clear) return <p className={styles.change}>Trend: {signal.words}</p>;
  return (
    <p className={`${styles.change} ${styles.signal}`}>
      <IconBell size={14} aria-hidden /> <span>Trend: {signal.words}</span>
    </p>
  );
}
