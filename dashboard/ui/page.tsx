import { type ReactNode, useEffect } from 'react';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** Above the title: the way back. */
  crumbs?: ReactNode;
  /** Under the title, in a smaller voice. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** One page: names the tab, and lays its panels out under its title. */
export function Page({ title, crumbs, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Baton`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {crumbs && (
          <nav className={styles.crumbs} aria-label="Where this is">
            {crumbs}
          </nav>
        )}
        <div className={styles.row}>
          <h1 className={styles.title}>{title}</h1>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {lead && <div className={styles.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  );
}
