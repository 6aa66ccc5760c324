import type { ProcessAnswer } from '../api/shape.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import { PartLink } from './part-link.js';
import styles from './process.module.css';
import { Told } from './told.js';

type Violation = ProcessAnswer['violations'][number];

/** What happened before its time. */
export function ViolationPanel({ query }: { query: Asked<ProcessAnswer> }) {
  return (
    <Panel title="Out of order" query={query} height={240}>
      {({ violations }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        <section className={table.scroll} tabIndex={0} aria-label="What happened out of order, table">
          <table className={table.table}>
            <caption className="visually-hidden">What happened out of order, of the handoffs in which it happened</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col" className={table.number}>
                  Handoffs
                </th>
                <th scope="col" className={table.number}>
                  Share
                </th>
                <th scope="col" className={table.number}>
                  Came later
                </th>
                <th scope="col" className={table.number}>
                  Never came
                </th>
              </tr>
            </thead>
            <tbody>
              {violations.map((violation) => (
                <Row key={violation.id} violation={violation} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}

function Row({ violation: { id, label, words, count, share, outcomes } }: { violation: Violation }) {
  const part = (outcome: string) => (
    <td className={table.number}>
      <PartLink
        part={{ violation: id, outcome }}
        size={outcomes.find((one) => one.outcome === outcome)?.count ?? 0}
        of={`${label}: ${outcome}`}
      />
    </td>
  );
  return (
    <tr data-violation={id}>
      <th scope="row">
        {label}
        <p className={styles.words}>{words}</p>
      </th>
      {count === null ? (
        <td colSpan={4} className={table.quiet}>
          {share.why}
        </td>
      ) : (
        <>
          <td className={table.number}>
            <PartLink part={{ violation: id }} size={count} of={label} />
          </td>
          <td className={table.number}>
            <Told measure={share} unit="share" />
          </td>
          {part('later')}
          {part('missing')}
        </>
      )}
    </tr>
  );
}
