import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSources } from '../api/use-sources.js';
import styles from './source.module.css';
import { TONES } from './source-words.js';

/** The worst state of any source, on every page; a click shows them all. */
export function FreshnessPill() {
  const { data, error } = useSources();
  useAskAgain(data?.dataAsOf);
  if (!data && !error) return null;
  const state = data && data.sources.length > 0 ? data.state : null;
  const words = data ? (state ?? 'no source') : 'unknown';
  return (
    <Link to="/source" className={styles.pill} data-tone={state ? TONES[state] : 'neutral'} aria-label={`Data: ${words}. Show sources`}>
      <span className={styles.dot} aria-hidden />
      <span className={styles.pillLabel}>Data</span> {words}
    </Link>
  );
}

/** When more has been read, every number on the screen is asked again. */
function useAskAgain(dataAsOf: string | null | undefined): void {
  const client = useQueryClient();
  const before = useRef(dataAsOf);
  useEffect(() => {
    if (before.current !== undefined && dataAsOf !== undefined && before.current !== dataAsOf)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'source' && queryKey[0] !== 'session' });
    before.current = dataAsOf;
  }, [client, dataAsOf]);
}
