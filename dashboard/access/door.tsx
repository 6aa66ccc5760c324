import { type ReactNode, useEffect } from 'react';
import { BASE } from '../api/base.js';
import styles from './door.module.css';

interface DoorProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** What stands before one is in: no frame, no places to go. */
export function Door({ title, lead, children }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · Baton`;
  }, [title]);
  return (
    <main className={styles.door}>
      <header className={styles.head}>
        <img src={`${BASE}/baton.svg`} alt="Baton" width={36} height={36} />
        <h1>{title}</h1>
        {lead && <div className={styles.lead}>{lead}</div>}
      </header>
      {children}
    </main>
  );
}
