import type { ProcessAnswer } from '../api/shape.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import { PartLink } from './part-link.js';
import styles from './process.module.css';
import { Told } from './told.js';

/** Every step from one to the next, as in the picture and with those too rare for it. */
export function MovePanel({ query }: { query: Asked<ProcessAnswer> }) {
  return (
    <Panel title="From step to step" query={query} height={60}>
      {({ moves }) => (
        <details className={styles.moves}>
          <summary>Show as table</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
          <section className={table.scroll} tabIndex={0} aria-label="From step to step, table">
            <table className={table.table}>
              <caption className="visually-hidden">Which step followed which</caption>
              <thead>
                <tr>
                  <th scope="col">From, and what came next</th>
                  <th scope="col" className={table.number}>
                    Handoffs
                  </th>
                  <th scope="col" className={table.number}>
                    Within 90 days, of all who were there
                  </th>
                  <th scope="col" className={table.number}>
                    Median of those who went
                  </th>
                </tr>
              </thead>
              <tbody>
                {moves.map(({ from, to, label, count, share, unit, median }) => (
                  <tr key={`${from}.${to}`}>
                    <th scope="row">{label}</th>
                    <td className={table.number}>
                      <PartLink part={{ move: `${from}.${to}` }} size={count} of={label} />
                    </td>
                    <td className={table.number}>
                      <Told measure={share} unit="share" />
                    </td>
                    <td className={table.number}>
                      <Told measure={median} unit={unit} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
    </Panel>
  );
}
