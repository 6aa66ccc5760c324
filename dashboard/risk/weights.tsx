import type { RiskModel } from '../api/shape.js';
import { quantity } from '../ui/format.js';
import table from '../ui/table.module.css';
import styles from './risk.module.css';

const SHOWN = 6;

/** What weighs, as odds ratios in words; and how well each age was told. */
export function Weights({ model: { weights, byAge } }: { model: RiskModel }) {
  const [shown, rest] = [weights.slice(0, SHOWN), weights.slice(SHOWN)];
  return (
    <>
      <h3 className={styles.heading}>What weighs most</h3>
      <WeightList weights={shown} />
      {rest.length > 0 && (
        <details className={styles.figures}>
          <summary>{rest.length} more</summary>
          <WeightList weights={rest} />
        </details>
      )}
      <p className={styles.words}>These go with churn in your own history; that is no proof that they cause it.</p>
      <details className={styles.figures}>
        <summary>How well it told by age</summary>
        <table className={table.table}>
          <caption className="visually-hidden">AUC by age of the handoff when it was scored</caption>
          <thead>
            <tr>
              <th scope="col">Age</th>
              <th scope="col" className={table.number}>
                AUC
              </th>
              <th scope="col" className={table.number}>
                95 %
              </th>
              <th scope="col" className={table.number}>
                Handoffs
              </th>
              <th scope="col" className={table.number}>
                Left
              </th>
            </tr>
          </thead>
          <tbody>
            {byAge.map(({ words, score: { auc, churned } }) => (
              <tr key={words}>
                <th scope="row">{words}</th>
                <td className={table.number}>{auc.value === null ? (auc.why ?? '–') : auc.value.toFixed(2)}</td>
                <td className={table.number}>
                  {auc.low === null || auc.high === null ? '–' : `${auc.low.toFixed(2)} to ${auc.high.toFixed(2)}`}
                </td>
                <td className={table.number}>{auc.n}</td>
                <td className={table.number}>{churned}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function WeightList({ weights }: { weights: RiskModel['weights'] }) {
  return (
    <ul className={styles.weights}>
      {weights.map(({ feature, words, weight }) => (
        <li key={feature}>
          <span className={styles.bar} style={{ inlineSize: `${Math.max(1, weight * 100)}%` }} aria-hidden />
          <span>
            {words} <span className={styles.soft}>· {quantity(weight, 'share')} of the weight</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
