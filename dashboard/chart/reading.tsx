import { type RefObject, useEffect } from 'react';
import { useActiveTooltipLabel, useIsTooltipActive } from 'recharts';
import styles from './chart.module.css';

/** The words of a point, the same as in its row of the table. */
export function Reading({ title, lines, hint }: { title: string; lines: string[]; hint: string | null }) {
  return (
    <div className={styles.reading}>
      <p className={styles.readingTitle}>{title}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}

/** Keeps hold of the point walked to by mouse or arrow keys, so that Enter can open it. */
export function WalkedTo({ held }: { held: RefObject<string | null> }) {
  const label = useActiveTooltipLabel();
  const active = useIsTooltipActive();
  useEffect(() => {
    held.current = active && label !== undefined ? String(label) : null;
  }, [active, label, held]);
  return null;
}
