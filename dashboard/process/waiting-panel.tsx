import type { ProcessAnswer } from '../api/shape.js';
import { count, counted, money } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import { PartLink } from './part-link.js';
import { middleHalf, Told } from './told.js';

/** Where handoffs stand now. */
export function WaitingPanel({ query }: { query: Asked<ProcessAnswer> }) {
  return (
    <Panel
      title="Where they wait"
      query={query}
      height={240}
      empty={({ waiting }) =>
        waiting.length === 0 ? { kind: 'nothing', title: 'Nobody waits', words: 'Every handoff is through, or its customer left.' } : null
      }
    >
      {({ waiting, scope }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        <section className={table.scroll} tabIndex={0} aria-label="Where handoffs wait, table">
          <table className={table.table}>
            <caption className="visually-hidden">Where handoffs wait now, for how long, and what they are worth</caption>
            <thead>
              <tr>
                <th scope="col">Furthest step; what is to come</th>
                <th scope="col" className={table.number}>
                  Handoffs
                </th>
                <th scope="col" className={table.number}>
                  Standing for
                </th>
                <th scope="col" className={table.number}>
                  ARR
                </th>
              </tr>
            </thead>
            <tbody>
              {waiting.map((stand) => (
                <tr key={stand.after}>
                  <th scope="row">{stand.label}</th>
                  <td className={table.number}>
                    <PartLink part={{ waiting: stand.after }} size={stand.count} of={stand.label} />
                  </td>
                  <td className={table.number}>
                    <Told measure={stand.median} unit="days" />
                    <br />
                    <span className={table.quiet}>{middleHalf(stand.lowerQuartile, stand.upperQuartile, 'days')}</span>
                  </td>
                  <td className={table.number}>
                    {money(stand.arr, scope.currency)}
                    {stand.withArr < stand.count && stand.withArr > 0 && (
                      <>
                        <br />
                        <span className={table.quiet}>
                          of {count(stand.withArr)} of {counted(stand.count, 'handoff')}
                        </span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}
