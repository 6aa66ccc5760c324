import type { ProcessAnswer } from '../api/shape.js';
import { count, counted } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import { PartLink } from './part-link.js';
import { stepLabel } from './path-words.js';
import styles from './process.module.css';
import { Told } from './told.js';

/** The commonest ways, and what became of those who took them. */
export function VariantPanel({ query }: { query: Asked<ProcessAnswer> }) {
  return (
    <Panel title="Ways taken" query={query} height={300}>
      {(process) => (
        <>
          <p className={styles.legend}>
            In the order in which steps were really taken. A way is known only once it was gone: those who are still under way stand on a
            shorter one, so this says what goes together and not what causes what.
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
          <section className={table.scroll} tabIndex={0} aria-label="The commonest ways, table">
            <table className={`${table.table} ${table.wide}`}>
              <caption className="visually-hidden">The commonest ways through the process</caption>
              <thead>
                <tr>
                  <th scope="col">Way</th>
                  <th scope="col" className={table.number}>
                    Handoffs
                  </th>
                  <th scope="col" className={table.number}>
                    Share
                  </th>
                  <th scope="col" className={table.number}>
                    Time to first value
                  </th>
                  <th scope="col" className={table.number}>
                    90-day churn
                  </th>
                </tr>
              </thead>
              <tbody>
                {process.variants.map((variant) => (
                  <tr key={variant.key} data-variant={variant.key}>
                    <th scope="row">
                      <Way labels={variant.steps.map((id) => stepLabel(process, id))} />
                    </th>
                    <td className={table.number}>
                      <PartLink part={{ variant: variant.key }} size={variant.count} of="who went this way" />
                    </td>
                    <td className={table.number}>
                      <Told measure={variant.share} unit="share" />
                    </td>
                    <td className={table.number}>{variant.timeToValue && <Told measure={variant.timeToValue} unit="days" />}</td>
                    <td className={table.number}>{variant.churn && <Told measure={variant.churn} unit="share" />}</td>
                  </tr>
                ))}
                {process.others.count > 0 && (
                  <tr>
                    <th scope="row">{counted(process.others.variants, 'other way')}</th>
                    <td className={table.number}>
                      <PartLink part={{ variant: 'others' }} size={process.others.count} of="who went another way" />
                    </td>
                    <td colSpan={3} className={table.quiet}>
                      each taken by fewer than {count((process.variants.at(-1)?.count ?? 0) + 1)}
                    </td>
                  </tr>
                )}
              </tbody>
            </table>
          </section>
        </>
      )}
    </Panel>
  );
}

function Way({ labels }: { labels: string[] }) {
  return (
    <ol className={styles.way}>
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ol>
  );
}
