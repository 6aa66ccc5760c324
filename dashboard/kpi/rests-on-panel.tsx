import type { OneKpiAnswer } from '../api/shape.js';
import { count, interval, quantity } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import { ListLink } from './list-link.js';
import type { OverviewSearch } from './overview-search.js';
import styles from './rests-on.module.css';

/** What the number is made of: how each handoff counted, and the numbers that belong beside it. */
export function RestsOnPanel({ query, search }: { query: Asked<OneKpiAnswer>; search: OverviewSearch }) {
  return (
    <Panel title="What it rests on" query={query} height={360}>
      {({ answer: { kpi, measure, outcomes, details } }) => (
        <div className={styles.parts}>
          <p className={styles.total}>
            <ListLink kpi={kpi.id} search={search} part={{}} count={measure.n} of={kpi.name}>
              {count(measure.n)} handoffs
            </ListLink>
            , of which
          </p>
          <ul className={styles.outcomes}>
            {outcomes.map((outcome) => (
              <li key={outcome.outcome} data-outcome={outcome.outcome}>
                <span
                  className={styles.share}
                  style={{ inlineSize: `${measure.n > 0 ? Math.min(100, (outcome.count / measure.n) * 100) : 0}%` }}
                />
                <span>{outcome.label}</span>
                <span className={styles.count}>
                  <ListLink kpi={kpi.id} search={search} part={{ outcome: outcome.outcome }} count={outcome.count} of={outcome.label}>
                    {count(outcome.count)}
                  </ListLink>
                </span>
              </li>
            ))}
          </ul>
          {details.length > 0 && <h3 className={styles.heading}>Beside it</h3>}
          <dl className={styles.details}>
            {details.map(({ id, label, unit, measure: beside }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>
                  {beside.value === null ? (
                    <span className={styles.soft}>{beside.why ?? 'unknown'}</span>
                  ) : (
                    <>
                      <strong>{quantity(beside.value, unit)}</strong>{' '}
                      <span className={styles.soft}>
                        {interval(beside, unit)}, n = {count(beside.n)}
                      </span>
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Panel>
  );
}
