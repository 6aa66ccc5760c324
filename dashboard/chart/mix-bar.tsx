import styles from './mix-bar.module.css';

interface MixBarProps {
  mix: number;
  rate: number;
  /** Half the axis, which has 0 in its middle. */
  reach: number;
}

/** Two bars from the middle, the mix above the rate. The numbers stand beside them, so they say nothing to a screen reader. */
export function MixBar({ mix, rate, reach }: MixBarProps) {
  return (
    <svg className={styles.bar} aria-hidden="true" width="100%" height="22">
      <Bar value={mix} reach={reach} y={3} className={styles.mix} />
      <Bar value={rate} reach={reach} y={12} className={styles.rate} />
      <line x1="50%" x2="50%" y1="0" y2="22" className={styles.zero} />
    </svg>
  );
}

function Bar({ value, reach, y, className }: { value: number; reach: number; y: number; className: string | undefined }) {
  const width = Math.min(50, (Math.abs(value) / reach) * 50);
  return <rect x={`${value < 0 ? 50 - width : 50}%`} y={y} width={`${width}%`} height="7" rx="1.5" className={className} />;
}
