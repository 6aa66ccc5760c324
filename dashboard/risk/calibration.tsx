import type { RiskModel } from '../api/shape.js';
import { CalibrationChart } from '../chart/lazy.js';
import { count, interval, quantity } from '../ui/format.js';
import table from '../ui/table.module.css';
import styles from './risk.module.css';

/** Said against come, by groups of like chances, as a picture and as a table. */
export function Calibration({ model: { calibration } }: { model: RiskModel }) {
  const points = calibration.flatMap(({ predicted, observed: { value, low, high, n } }) =>
    value === null || low === null || high === null ? [] : [{ predicted, observed: value, low, high, n }],
  );
  const within = points.filter(({ predicted, low, high }) => predicted >= low && predicted <= high).length;
  const desc = `In ${count(within)} of ${count(points.length)} groups the chance that was said lies within the 95 % limits of what came.`;
  return (
    <section aria-label="Chance said and share that left">
      <h3 className={styles.heading}>What was said, and what came</h3>
      <CalibrationChart points={points} title="Chance said against share that left" desc={desc} />
      <p className={styles.words}>{desc}</p>
      <details className={styles.figures}>
        <summary>Show as table</summary>
        <table className={table.table}>
          <caption className="visually-hidden">{desc}</caption>
          <thead>
            <tr>
              <th scope="col">Chance said</th>
              <th scope="col" className={table.number}>
                Mean
              </th>
              <th scope="col" className={table.number}>
                Left
              </th>
              <th scope="col" className={table.number}>
                95 %
              </th>
              <th scope="col" className={table.number}>
                Handoffs
              </th>
            </tr>
          </thead>
          <tbody>
            {calibration.map(({ low, high, predicted, observed }) => (
              <tr key={low}>
                <th scope="row">
                  {quantity(low, 'share')} to {quantity(high, 'share')}
                </th>
                <td className={table.number}>{quantity(predicted, 'share')}</td>
                <td className={table.number}>{observed.value === null ? observed.why : quantity(observed.value, 'share')}</td>
                <td className={table.number}>{interval(observed, 'share')}</td>
                <td className={table.number}>{count(observed.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
