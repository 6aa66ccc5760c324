import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** Why there is nothing: each kind has another way out. */
export type EmptyKind = 'no source' | 'syncing' | 'no match' | 'no permission' | 'nothing';

export interface Emptiness {
  kind: EmptyKind;
  title: string;
  words?: ReactNode;
  /** One thing to do about it. */
  action?: ReactNode;
}

/** Replaces what would be empty: no table header is left standing. */
export function Empty({ kind, title, words, action }: Emptiness) {
  return (
    <div className={styles.empty} data-empty={kind}>
      <p className={styles.emptyTitle}>{title}</p>
      {words && <p className={styles.emptyWords}>{words}</p>}
      {action && <div className={styles.emptyAction}>{action}</div>}
    </div>
  );
}
