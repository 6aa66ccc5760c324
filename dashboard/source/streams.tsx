import type { Source, StreamStanding } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import { count, fromNow, UNKNOWN } from '../ui/format.js';
import table from '../ui/table.module.css';
import styles from './source.module.css';

/** Each stream of a source: how much is kept, through when it is whole, and what its last run did. */
export function Streams({ source, now }: { source: Source; now: Date }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={table.scroll} tabIndex={0} aria-label={`Streams of ${source.name}, table`}>
      <table className={table.table}>
        <caption className="visually-hidden">Streams of {source.name}</caption>
        <thead>
          <tr>
            <th scope="col">Stream</th>
            <th scope="col">Read through</th>
            <th scope="col" className={table.number}>
              Records
            </th>
            <th scope="col" className={table.number}>
              Read last run
            </th>
            <th scope="col" className={table.number}>
              Changed
            </th>
            <th scope="col" className={table.number}>
              Deleted
            </th>
            <th scope="col" className={table.number}>
              Rejected
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {source.streams.map((stream) => (
            <tr key={stream.stream}>
              <th scope="row">{stream.stream}</th>
              <td>{stream.readThroughAt ? fromNow(stream.readThroughAt, now) : UNKNOWN}</td>
              <td className={table.number}>{count(stream.records)}</td>
              <td className={table.number}>{progress(stream)}</td>
              <td className={table.number}>{count(stream.writtenCount)}</td>
              <td className={table.number}>{count(stream.goneCount)}</td>
              <td className={table.number}>{count(stream.rejectedCount)}</td>
              <td>{stateOf(stream)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const progress = ({ readCount, expectedCount, running }: StreamStanding): string =>
  running && expectedCount !== null ? `${count(readCount)} of ${count(expectedCount)}` : count(readCount);

function stateOf(stream: StreamStanding) {
  const { running, error, note, readThroughAt, standingExpectedCount: theirs, standingStoredCount: ours } = stream;
  if (error) return <span className={styles.bad}>{error}</span>;
  if (running) return <Badge tone="accent">reading</Badge>;
  if (note) return <span className={styles.soft}>left out: {note}</span>;
  if (theirs !== null && ours !== null && theirs !== ours)
    return (
      <span className={styles.warn}>
        {count(ours)} here, {count(theirs)} there
      </span>
    );
  return readThroughAt ? 'whole' : 'not whole yet';
}
