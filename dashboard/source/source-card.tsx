import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Source } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import { count, fromNow, lengthOfTime, UNKNOWN } from '../ui/format.js';
import table from '../ui/table.module.css';
import { Rejected } from './rejected.js';
import styles from './source.module.css';
import { TONES } from './source-words.js';
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
      </header>
      <p className={styles.soft}>{source.words}</p>
      <div aria-live="polite">{sync.error && <p className={styles.bad}>{sync.error.message}</p>}</div>
      <dl className={styles.facts}>
        <div>
          <dt>Last read whole</dt>
          <dd>{when(source.lastSuccessAt)}</dd>
        </div>
        <div>
          <dt>Expected every</dt>
          <dd>{source.periodMinutes === null ? 'by hand' : lengthOfTime(source.periodMinutes)}</dd>
        </div>
        <div>
          <dt>Next run</dt>
          <dd>{source.nextRunAt ? fromNow(source.nextRunAt, now) : UNKNOWN}</dd>
        </div>
        <div>
          <dt>Rejected records</dt>
          <dd>{count(source.rejectedCount)}</dd>
        </div>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={table.scroll} tabIndex={0} aria-label={`Streams of ${source.name}, table`}>
        <Streams source={source} when={when} />
      </section>
      {source.rejectedCount > 0 && <Rejected source={source} />}
    </section>
  );
}

function Streams({ source, when }: { source: Source; when: (at: string | null) => string }) {
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Streams of {source.name}</caption>
      <thead>
        <tr>
          <th scope="col">Stream</th>
          <th scope="col">Complete through</th>
          <th scope="col" className={table.number}>
            Read
          </th>
          <th scope="col" className={table.number}>
            Changed
          </th>
          <th scope="col" className={table.number}>
            Rejected
          </th>
          <th scope="col">Last run</th>
        </tr>
      </thead>
      <tbody>
        {source.streams.map((stream) => (
          <tr key={stream.stream}>
            <th scope="row">{stream.stream}</th>
            <td>{when(stream.completeAt)}</td>
            <td className={table.number}>{known(stream.readCount)}</td>
            <td className={table.number}>{known(stream.writtenCount)}</td>
            <td className={table.number}>{known(stream.rejectedCount)}</td>
            <td>{stream.error ? <span className={styles.bad}>{stream.error}</span> : 'without error'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const known = (value: number | null): string => (value === null ? UNKNOWN : count(value));
