import type { MouseEvent } from 'react';
import { useCartesianScale } from 'recharts';
import styles from './chart.module.css';
import type { ChartPoint } from './trend-point.js';

/** One point: filled when mature, hollow when not, ringed where a rule fires. */
function Mark({ point, onOpen }: { point: ChartPoint; onOpen: (key: string) => void }) {
  const at = useCartesianScale({ x: point.key, y: point.value ?? 0 });
  if (!at || point.n === 0) return null;
  const open = (event: MouseEvent) => {
    // The chart would open the point it last saw the mouse at, which need not be this one.
    event.stopPropagation();
    onOpen(point.key);
  };
  if (point.value === null)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the table under the chart has the same as links, and Enter opens the walked-to point.
      <text data-point={point.key} x={at.x} y={at.y - 6} textAnchor="middle" className={styles.few} onClick={open}>
        n={point.n}
      </text>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table under the chart has the same as links, and Enter opens the walked-to point.
    <g data-point={point.key} data-mature={point.mature} className={styles.mark} onClick={open}>
      <circle cx={at.x} cy={at.y} r={12} className={styles.target} />
      {point.outside && <circle cx={at.x} cy={at.y} r={8} className={styles.ring} />}
      <circle cx={at.x} cy={at.y} r={4} className={point.mature ? styles.full : styles.hollow} />
    </g>
  );
}

export function Marks({ points, onOpen }: { points: ChartPoint[]; onOpen: (key: string) => void }) {
  return points.map((point) => <Mark key={point.key} point={point} onOpen={onOpen} />);
}
