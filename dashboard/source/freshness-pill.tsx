import { Link } from '@tanstack/react-router';
import { useSources } from '../api/use-sources.js';
import styles from './source.module.css';
import { TONES, worst } from './source-words.js';

/** The worst state of any source, on every page; a click shows them all. */
export function FreshnessPill() {
  const { data, error } = useSources();
  if (!data && !error) return null;
  const state = data ? worst(data.sources) : null;
  const words = data ? (state ?? 'no source') : 'unknown';
  return (
    <Link to="/source" className={styles.pill} data-tone={state ? TONES[state] : 'neutral'} aria-label={`Data: ${words}. Show sources`}>
      <span className={styles.dot} aria-hidden />
      <span className={styles.pillLabel}>Data</span> {words}
    </Link>
  );
}
