import type { MappingPreview as Preview } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import { count, counted } from '../ui/format.js';
import table from '../ui/table.module.css';
import styles from './source.module.css';

type StreamPreview = Preview['streams'][number];
type Facts = StreamPreview['records'][number]['before'];

/** What the records last read would give: old facts beside new ones, stream by stream. */
export function MappingPreview({ preview }: { preview: Preview }) {
  const changed = preview.streams.reduce((sum, { changedCount }) => sum + changedCount, 0);
  const rejected = preview.streams.reduce((sum, { rejectedCount }) => sum + rejectedCount, 0);
  const tried = preview.streams.reduce((sum, { recordCount }) => sum + recordCount, 0);
  return (
    <section className={styles.card} aria-label="Preview" aria-live="polite">
      <h2>
        {counted(changed, 'record')} of {count(tried)} would say something else
      </h2>
      {rejected > 0 && <p className={styles.bad}>{counted(rejected, 'record')} could not be read and would be rejected.</p>}
      {preview.streams.map((stream) => (
        <details key={stream.stream} className={styles.rejected} open={stream.changedCount + stream.rejectedCount > 0 && tried < 2_000}>
          <summary>
            {stream.stream}: {count(stream.changedCount)} of {count(stream.recordCount)} changed
            {stream.rejectedCount > 0 && `, ${count(stream.rejectedCount)} rejected`}
          </summary>
          {stream.reasons.map(({ reason, count: times }) => (
            <p key={reason} className={styles.bad}>
              {counted(times, 'record')}: {reason}
            </p>
          ))}
          {stream.changedCount > 0 && <Changed stream={stream} />}
        </details>
      ))}
    </section>
  );
}

function Changed({ stream }: { stream: StreamPreview }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={table.scroll} tabIndex={0} aria-label={`Changed records of ${stream.stream}, table`}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Record</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {stream.records
            .filter(({ changed }) => changed)
            .slice(0, 10)
            .map((record) => (
              <tr key={record.externalId}>
                <th scope="row">{record.externalId}</th>
                <td>{words(record.before, record.after)}</td>
                <td>{record.reason ? <Badge tone="bad">rejected</Badge> : words(record.after, record.before)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

/** The facts of `mine` that `other` does not say as well. */
function words(mine: Facts, other: Facts): string {
  if (mine === null) return 'not readable';
  const said = new Set((other ?? []).map((fact) => JSON.stringify(fact)));
  const own = mine.filter((fact) => !said.has(JSON.stringify(fact)));
  return own.map(({ table: name, row }) => `${name}: ${differing(row, other, name)}`).join('; ') || 'nothing';
}

/** The columns in which a row differs from the other's row of the same id; all that say something when there is none. */
function differing(row: Record<string, unknown>, other: Facts, name: string): string {
  const twin = other?.find((fact) => fact.table === name && fact.row.externalId === row.externalId)?.row;
  const told = Object.entries(row).filter(([column, value]) => value !== null && JSON.stringify(twin?.[column]) !== JSON.stringify(value));
  return told.map(([column, value]) => `${column} ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ') || 'gone';
}
