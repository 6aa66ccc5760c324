import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './shell.module.css';

export interface Place {
  to: string;
  label: string;
}

interface ShellProps {
  places: Place[];
  workspace: ReactNode;
  /** At the right end of the header. */
  tools: ReactNode;
  children: ReactNode;
}

/** Header, skip link and page: the frame around every feature. */
export function Shell({ places, workspace, tools, children }: ShellProps) {
  return (
    <>
      <a className={styles.skip} href="#page">
        Skip to the page
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand} aria-label="Baton, overview">
            <img src="/baton.svg" alt="" width={22} height={22} />
            <span>Baton</span>
          </Link>
          <div className={styles.workspace}>{workspace}</div>
          <nav className={styles.nav} aria-label="Pages">
            {places.map((place) => (
              <Link key={place.to} to={place.to} activeOptions={{ exact: place.to === '/', includeSearch: false }} className={styles.place}>
                {place.label}
              </Link>
            ))}
          </nav>
          <div className={styles.tools}>{tools}</div>
        </div>
      </header>
      <main id="page" tabIndex={-1} className={styles.page}>
        {children}
      </main>
    </>
  );
}
