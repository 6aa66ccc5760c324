import type { KpiAnswer, OneKpiAnswer } from '../api/shape.js';
import { CurveChart } from '../chart/lazy.js';
import { count, interval, quantity } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import styles from './curve.module.css';
import { oneTarget } from './target.js';

/** Cumulative incidence of a KPI that is a time; nothing for the others. */
export function CurvePanel({ query }: { query: Asked<OneKpiAnswer> }) {
  return (
    <Panel
      title={`${query.data?.answer.kpi.name ?? 'Share'}: share by time since the deal was won`}
      query={query}
      height={300}
      empty={({ answer }) =>
        answer.curve?.length ? null : { kind: 'no match', title: 'No curve', words: answer.measure.why ?? undefined }
      }
    >
      {({ answer }) => <Curve answer={answer} />}
    </Panel>
  );
}

function Curve({ answer: { kpi, curve } }: { answer: KpiAnswer }) {
  const points = curve ?? [];
  const last = points.at(-1);
  if (!last) return null;
  const step = kpi.unit === 'hours' ? 'hour' : 'day';
  const half = points.find((point) => point.share >= 0.5);
  const desc = half
    ? `Half by ${step} ${count(half.day)}; ${quantity(last.share, 'share')} by ${step} ${count(last.day)}.`
    : `${quantity(last.share, 'share')} by ${step} ${count(last.day)}; half is not reached.`;
  return (
    <>
      <CurveChart
        points={points}
        step={step}
        title={`${kpi.name}, cumulative incidence`}
        desc={desc}
        target={kpi.unit === 'days' ? oneTarget(kpi) : null}
      />
      <p className={styles.words}>{desc} Handoffs too young for a day count only until then.</p>
      <details className={styles.figures}>
        <summary>Show as table</summary>
        <table className={table.table}>
          <caption className="visually-hidden">{desc}</caption>
          <thead>
            <tr>
              <th scope="col">{step}</th>
              <th scope="col" className={table.number}>
                Share
              </th>
              <th scope="col" className={table.number}>
                95 %
              </th>
              <th scope="col" className={table.number}>
                Still watched
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <th scope="row">{count(point.day)}</th>
                <td className={table.number}>{quantity(point.share, 'share')}</td>
                <td className={table.number}>{interval({ ...point, value: point.share }, 'share')}</td>
                <td className={table.number}>{count(point.atRisk)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
