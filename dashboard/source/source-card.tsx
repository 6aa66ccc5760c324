import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Source } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import { count, fromNow, lengthOfTime, UNKNOWN } from '../ui/format.js';
import { Rejected } from './rejected.js';
import styles from './source.module.css';
import { TONES } from './source-words.js';
import { Streams } from './streams.js';
import { useSync } from './use-sync.js';

/** One source: its state in words, when it was read, and each of its streams. */
export function SourceCard({ source }: { source: Source }) {
  const sync = useSync(source.id);
  const now = new Date();
  const when = (at: string | null) => (at ? fromNow(at, now) : 'never');
  return (
    <section className={styles.card} aria-label={source.name} data-source={source.id}>
      <header className={styles.head}>
        <h2>{source.name}</h2>
        <Badge tone={TONES[source.state]}>{source.state}</Badge>
        {source.kind !== 'csv' && (
          <Button
            size="compact-sm"
            variant="default"
            className={styles.sync}
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={sync.isPending || source.state === 'syncing'}
            onClick={() => sync.mutate()}
          >
            Sync now
          </Button>
        )}
      </header>
      <p className={styles.soft}>{source.words}</p>
      <div aria-live="polite">{sync.error && <p className={styles.bad}>{sync.error.message}</p>}</div>
      <dl className={styles.facts}>
        <div>
          <dt>Last run that succeeded</dt>
          <dd>{when(source.lastSuccessAt)}</dd>
        </div>
        <div>
          <dt>Expected every</dt>
          <dd>{source.periodMinutes === null ? 'by hand' : lengthOfTime(source.periodMinutes)}</dd>
        </div>
        <div>
          <dt>Next run</dt>
          <dd>{source.nextRunAt ? nextWords(source.nextRunAt, now) : UNKNOWN}</dd>
        </div>
        <div>
          <dt>Rejected records</dt>
          <dd>{count(source.rejectedCount)}</dd>
        </div>
      </dl>
      <Streams source={source} now={now} />
      {source.rejectedCount > 0 && <Rejected source={source} />}
    </section>
  );
}

const nextWords = (at: string, now: Date): string => (new Date(at).getTime() - now.getTime() < 60_000 ? 'any moment' : fromNow(at, now));
