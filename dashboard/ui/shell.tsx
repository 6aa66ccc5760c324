import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BASE } from '../api/base.js';
import styles from './shell.module.css';

export interface Place {
  to: string;
  label: string;
}

interface ShellProps {
  /** What is looked at. */
  places: Place[];
  /** What the numbers are made from. */
  setup: Place[];
  workspace: ReactNode;
  /** At the right end of the header. */
  tools: ReactNode;
  children: ReactNode;
}

const link = ({ to, label }: Place) => (
  <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={styles.place}>
    {label}
  </Link>
);

/** Header, skip link and page: the frame around every feature. */
export function Shell({ places, setup, workspace, tools, children }: ShellProps) {
  return (
    <>
      <a className={styles.skip} href="#page">
        Skip to the page
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand} aria-label="Baton, overview">
            <img src={`${BASE}/baton.svg`} alt="" width={22} height={22} />
            <span>Baton</span>
          </Link>
          <div className={styles.workspace}>{workspace}</div>
          <nav className={styles.nav} aria-label="Pages">
            {places.map(link)}
            <span className={styles.between} />
            {setup.map(link)}
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
