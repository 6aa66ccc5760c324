import { Link } from '@tanstack/react-router';
import type { KpiAnswer } from '../api/shape.js';
import { day, quantity } from '../ui/format.js';
import type { OverviewSearch } from './overview-search.js';
import styles from './trend.module.css';

/** The periods that were corrected after they had been told, each with what it would say otherwise and the way to the handoffs. */
export function TrendRestated({ answer: { kpi, trend }, search }: { answer: KpiAnswer; search: OverviewSearch }) {
  const points = trend.filter((point) => point.restated);
  if (points.length === 0) return null;
  const { interval, filter } = search;
  return (
    <section aria-label="Corrected periods">
      <ul className={styles.markers}>
        {points.map(({ period, label, measure, restated }) => (
          <li key={period.from}>
            <Link to="/restatement" search={{ kpi: kpi.id, ...period, ...(interval && { interval }), ...(filter && { filter }) }}>
              {label} was restated
            </Link>
            : records corrected by {day(restated?.on ?? '')} make it {quantity(measure.value, kpi.unit)}, it had been{' '}
            {quantity(restated?.from.value ?? null, kpi.unit)}
          </li>
        ))}
      </ul>
    </section>
  );
}
