import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Source } from '../api/shape.js';
import { useMay } from '../api/use-session.js';
import { Badge } from '../ui/badge.js';
import { count, fromNow, lengthOfTime, UNKNOWN } from '../ui/format.js';
import { Rejected } from './rejected.js';
import styles from './source.module.css';
import { TONES } from './source-words.js';
import { Streams } from './streams.js';
import { useCancel, useSync } from './use-sync.js';

/** One source: its state in words, when it was read, and each of its streams. */
export function SourceCard({ source, alone = false }: { source: Source; alone?: boolean }) {
  const sync = useSync(source.id);
  const cancel = useCancel(source.id);
  const may = useMay('connect');
  const now = new Date();
  const when = (at: string | null) => (at ? fromNow(at, now) : 'never');
  return (
    <section className={styles.card} aria-label={source.name} data-source={source.id}>
      <header className={styles.head}>
        <h2>
          {alone || !may ? (
            source.name
          ) : (
            <Link to="/source/$id" params={{ id: source.id }}>
              {source.name}
            </Link>
          )}
        </h2>
        <Badge tone={TONES[source.state]}>{source.state}</Badge>
        {may && !source.byHand && (
          <div className={styles.actions}>
            {alone && (
              <Link to="/source/$id/mapping" params={{ id: source.id }} className={styles.tool}>
                What its fields mean
              </Link>
            )}
            {source.state === 'syncing' && (
              <Button size="compact-sm" variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate()}>
                Stop
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconRefresh size={14} aria-hidden />}
              loading={sync.isPending || source.state === 'syncing'}
              onClick={() => sync.mutate()}
            >
              Sync now
            </Button>
          </div>
        )}
      </header>
      <p className={styles.soft}>{source.words}</p>
      <div aria-live="polite">{(sync.error ?? cancel.error) && <p className={styles.bad}>{(sync.error ?? cancel.error)?.message}</p>}</div>
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
      {may && source.rejectedCount > 0 && <Rejected source={source} />}
    </section>
  );
}

const nextWords = (at: string, now: Date): string => (new Date(at).getTime() - now.getTime() < 60_000 ? 'any moment' : fromNow(at, now));
