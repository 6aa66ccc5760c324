import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { HandoffAnswer } from '../api/shape.js';
import { moment } from '../ui/format.js';
import styles from './handoff.module.css';

/** The six sections of the brief, and when each was filled. */
export function Brief({ handoff: { brief, known } }: { handoff: HandoffAnswer }) {
  const filled = brief.filter((section) => section.filledAt !== null).length;
  return (
    <>
      <p className={styles.soft}>
        {filled} of {brief.length} sections filled
      </p>
      <ul className={styles.brief}>
        {brief.map(({ section, label, filledAt }) => (
          <li key={section}>
            {filledAt ? (
              <IconCheck size={14} className={styles.done} aria-hidden />
            ) : (
              <IconMinus size={14} className={styles.soft} aria-hidden />
            )}
            <span>{label}</span>
            <span className={styles.when}>{filledAt ? moment(filledAt, known.timeZone) : 'empty'}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
