import type { KpiAnswer, TrendPoint } from '../api/shape.js';
import { count, day, interval, quantity, UNKNOWN, type Unit } from '../ui/format.js';
import table from '../ui/table.module.css';
import { ListLink } from './list-link.js';
import type { OverviewSearch } from './overview-search.js';
import { trendSentence } from './trend-words.js';

/** The trend as a table: the chart's numbers, each with the way to its handoffs. */
export function TrendTable({ answer, search }: { answer: KpiAnswer; search: OverviewSearch }) {
  const { kpi, trend } = answer;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={table.scroll} tabIndex={0} aria-label={`${kpi.name} over time, table`}>
      <table className={table.table}>
        <caption className="visually-hidden">{trendSentence(answer)}</caption>
        <thead>
          <tr>
            <th scope="col">Won in</th>
            <th scope="col" className={table.number}>
              {kpi.name}
            </th>
            <th scope="col" className={table.number}>
              95 %
            </th>
            <th scope="col" className={table.number}>
              n
            </th>
            <th scope="col" className={table.number}>
              Mature
            </th>
            <th scope="col" className={table.number}>
              Expected
            </th>
            <th scope="col">Remarks</th>
          </tr>
        </thead>
        <tbody>
          {trend.map((point) => (
            <tr key={point.period.from} data-point={point.period.from}>
              <th scope="row" className={table.period}>
                {point.label}
              </th>
              <td className={table.number}>{quantity(point.measure.value, kpi.unit)}</td>
              <td className={table.number}>{interval(point.measure, kpi.unit) ?? UNKNOWN}</td>
              <td className={table.number}>
                <ListLink
                  kpi={kpi.id}
                  search={search}
                  part={{ point: `${point.period.from}_${point.period.to}` }}
                  count={point.measure.n}
                  of={point.label}
                >
                  {count(point.measure.n)}
                </ListLink>
              </td>
              <td className={table.number}>{count(point.measure.mature)}</td>
              <td className={table.number}>{expected(point, kpi.unit)}</td>
              <td className={table.remarks}>{remarks(point, kpi.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const expected = ({ limits }: TrendPoint, unit: Unit): string =>
  limits ? (interval({ value: limits.center, low: limits.low ?? 0, high: limits.high }, unit) ?? UNKNOWN) : UNKNOWN;

function remarks(point: TrendPoint, unit: Unit): string {
  return [
    point.mature ? '' : `so far${point.maturesOn ? `, matures on ${day(point.maturesOn)}` : ''}`,
    point.outside ? 'stands out' : '',
    point.restated ? `restated by ${day(point.restated.on)}, had been ${quantity(point.restated.from.value, unit)}` : '',
    point.measure.wide ? 'wide' : '',
    point.measure.value === null ? (point.measure.why ?? '') : '',
  ]
    .filter(Boolean)
    .join('; ');
}
