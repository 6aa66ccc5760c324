import { Link } from '@tanstack/react-router';
import type { KpiAnswer } from '../api/shape.js';
import { day } from '../ui/format.js';
import styles from './trend.module.css';

/** The changes of the definitions that the chart marks, as a list: what they are must not need a pointer to be read. */
export function TrendMarkers({ markers }: { markers: KpiAnswer['markers'] }) {
  if (markers.length === 0) return null;
  return (
    <section aria-label="Changes of the definitions">
      <ul className={styles.markers}>
        {markers.map(({ version, on, note, changes }) => (
          <li key={version}>
            <Link to="/definition">Version {version}</Link>, decided {day(on)}: {changes.join('; ')}
            {note && <em> ({note})</em>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each at the period in which it was decided, and the periods that were restated; several of one period share a line. */
export function marksOf({ trend, markers }: KpiAnswer): { key: string; label: string }[] {
  const labels = new Map<string, string[]>();
  for (const { version, on } of markers) {
    const key = trend.find(({ period }) => period.from <= on && on < period.to)?.period.from;
    if (key !== undefined) labels.set(key, [...(labels.get(key) ?? []), `v${version}`]);
  }
  const restated = new Set(trend.filter((point) => point.restated).map(({ period }) => period.from));
  return trend.flatMap(({ period: { from: key } }) => {
    const versions = labels.get(key) ?? [];
    const decided = versions.length > 2 ? [`${versions[0]} to ${versions.at(-1)}`] : versions;
    const label = [...decided, ...(restated.has(key) ? ['restated'] : [])].join(', ');
    return label === '' ? [] : [{ key, label }];
  });
}
