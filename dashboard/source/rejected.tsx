import { useState } from 'react';
import type { Source } from '../api/shape.js';
import { counted, fromNow } from '../ui/format.js';
import { LoadMore } from '../ui/load-more.js';
import { Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import styles from './source.module.css';
import { useRejected } from './use-rejected.js';

/** What could not be read, and why; asked for only when opened. */
export function Rejected({ source }: { source: Source }) {
  const [open, setOpen] = useState(false);
  const rejected = useRejected(source.id, open);
  const pages = rejected.data?.pages ?? [];
  const now = new Date();
  return (
    <details className={styles.rejected} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{counted(source.rejectedCount, 'rejected record')}</summary>
      {open && (
        <Panel title={`Rejected records of ${source.name}`} hideTitle bare query={{ ...rejected, data: pages[0] }} height={120}>
          {() => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
            <section className={table.scroll} tabIndex={0} aria-label={`Rejected records of ${source.name}, table`}>
              <table className={table.table}>
                <thead>
                  <tr>
                    <th scope="col">Record</th>
                    <th scope="col">Reason</th>
                    <th scope="col">Last read</th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap((page) => page.rejected)
                    .map((record) => (
                      <tr key={`${record.stream}:${record.externalId}`}>
                        <th scope="row">
                          {record.stream} {record.externalId}
                        </th>
                        <td>
                          {record.reason}
                          <details className={styles.payload}>
                            <summary>As it came</summary>
                            <pre>{JSON.stringify(record.payload, null, 2)}</pre>
                          </details>
                        </td>
                        <td>{fromNow(record.lastReadAt, now)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
              <LoadMore list={rejected} />
            </section>
          )}
        </Panel>
      )}
    </details>
  );
}
