import styles from './chart.module.css';

export interface SparkPoint {
  key: string;
  value: number | null;
  mature: boolean;
  outside: boolean;
}

const WIDTH = 200;
const HEIGHT = 40;
const PAD = 5;

type Placed = SparkPoint & { x: number; y: number };

/** A trend without axes, from 0; gaps stay gaps and immature points are hollow. */
export function Sparkline({ points, label }: { points: SparkPoint[]; label: string }) {
  const placed = place(points);
  const runs = runsOf(placed);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
      {runs.map((run) => (
        <polyline
          key={run.map((point) => point.key).join()}
          points={run.map((point) => `${point.x},${point.y}`).join(' ')}
          className={run.at(-1)?.mature ? styles.sparkLine : styles.sparkSoFar}
        />
      ))}
      {placed
        .filter((point) => !point.mature || point.outside)
        .map((point) => (
          <Dot key={point.key} point={point} />
        ))}
    </svg>
  );
}

/** A line of no length with round ends: the one circle that a stretched drawing leaves round. */
function Dot({ point }: { point: Placed }) {
  const d = `M${point.x} ${point.y}h0.01`;
  return (
    <>
      <path d={d} className={point.outside ? styles.sparkRing : styles.sparkDot} />
      <path d={d} className={point.mature ? styles.sparkDot : styles.sparkHole} />
    </>
  );
}

function place(points: SparkPoint[]): Placed[] {
  const top = Math.max(...points.map((point) => point.value ?? 0), 0) || 1;
  const step = (WIDTH - 2 * PAD) / Math.max(points.length - 1, 1);
  return points.flatMap((point, index) =>
    point.value === null
      ? []
      : [{ ...point, x: round(PAD + index * step), y: round(HEIGHT - PAD - (point.value / top) * (HEIGHT - 2 * PAD)) }],
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Pieces drawn in one stroke: a piece ends where a value is missing, and where maturity ends a new one starts at the same point. */
function runsOf(placed: Placed[]): Placed[][] {
  const step = Math.min(...placed.slice(1).map((point, index) => point.x - (placed[index]?.x ?? 0)));
  const runs: Placed[][] = [];
  for (const [index, point] of placed.entries()) {
    const before = placed[index - 1];
    const joined = before && point.x - before.x < step * 1.5;
    const run = runs.at(-1);
    if (joined && run && before.mature === point.mature) run.push(point);
    else runs.push(joined ? [before, point] : [point]);
  }
  return runs.filter((run) => run.length > 1);
}
