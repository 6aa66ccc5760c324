import { useState } from 'react';
import { CartesianGrid, ComposedChart, Line, ReferenceLine, Scatter, Tooltip, XAxis, YAxis } from 'recharts';
import { count, interval, quantity, type Unit } from '../ui/format.js';
import styles from './chart.module.css';
import { Reading } from './reading.js';
import { ticksFromZero, topOf } from './scale.js';

interface Band {
  low: number;
  high: number;
}

export interface FunnelPoint {
  label: string;
  n: number;
  value: number;
  low: number | null;
  high: number | null;
  /** Further from the whole than chance would put one of so many. */
  outside: boolean;
}

export interface FunnelChartProps {
  points: FunnelPoint[];
  /** Limits of chance over the number of handoffs. */
  limits: { n: number; usual: Band; far: Band }[];
  whole: number | null;
  unit: Unit;
  title: string;
  desc: string;
}

const TICK = { fill: 'var(--ink-faint)', fontSize: 12 };
const STILL = { isAnimationActive: false, dot: false, activeDot: false, legendType: 'none' } as const;
const USUAL = { ...STILL, stroke: 'var(--mark-limit)', strokeWidth: 1.5 };
const FAR = { ...STILL, stroke: 'var(--mark-limit)', strokeWidth: 1, strokeDasharray: '4 4' };

/** People or teams over how many handoffs they have, with the limits of what chance does to so many. */
export default function FunnelChart({ points, limits, whole, unit, title, desc }: FunnelChartProps) {
  const [shown, setShown] = useState<string | null>(null);
  const most = Math.max(...points.map(({ n }) => n), 1);
  const wide = most * 1.06;
  const rows = limits.map(({ n, usual, far }) => ({ n, usualLow: usual.low, usualHigh: usual.high, farLow: far.low, farHigh: far.high }));
  const ticks = ticksFromZero(
    topOf(
      points.map(({ value, high }) => ({ value, high })),
      [whole],
      unit === 'share',
    ),
  );
  const read = points.find(({ label }) => label === shown);
  return (
    <div className={styles.chart}>
      <ComposedChart
        responsive
        style={{ width: '100%', height: 300 }}
        data={rows}
        margin={{ top: 12, right: 20, bottom: 0, left: 0 }}
        title={title}
        desc={desc}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="n"
          type="number"
          domain={[0, wide]}
          ticks={ticksFromZero(most, 5).filter((tick) => tick <= wide)}
          tickFormatter={count}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tickMargin={8}
          height={32}
        />
        <YAxis
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tickFormatter={(value: number) => quantity(value, unit)}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={unit === 'share' ? 46 : 84}
          allowDataOverflow
        />
        {whole !== null && <ReferenceLine y={whole} stroke="var(--mark-limit)" />}
        <Line {...FAR} dataKey="farLow" />
        <Line {...FAR} dataKey="farHigh" />
        <Line {...USUAL} dataKey="usualLow" />
        <Line {...USUAL} dataKey="usualHigh" />
        <Scatter data={lifted(points)} dataKey="y" isAnimationActive={false} shape={<Person onShow={setShown} />} />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          active={read !== undefined}
          content={() => (read ? <Reading title={read.label} lines={linesOf(read, unit)} hint={null} /> : null)}
        />
      </ComposedChart>
    </div>
  );
}

/** Every second name stands higher, so that neighbours do not cover each other. */
function lifted(points: FunnelPoint[]) {
  const named = points.filter(({ outside }) => outside).sort((a, b) => a.n - b.n);
  return points.map((point) => ({ ...point, y: point.value, lift: named.indexOf(point) % 2 === 1 }));
}

function linesOf({ n, value, low, high, outside }: FunnelPoint, unit: Unit): string[] {
  const spread = interval({ value, low, high }, unit);
  return [
    `${quantity(value, unit)} of ${count(n)}`,
    ...(spread ? [`95 % ${spread}`] : []),
    outside ? 'outside its limits' : 'within its limits',
  ];
}

interface PersonProps {
  onShow: (label: string | null) => void;
  cx?: number;
  cy?: number;
  payload?: FunnelPoint & { lift: boolean };
}

/** A point is a dot, and a ringed one with its name where it lies outside. */
function Person({ cx, cy, payload, onShow }: PersonProps) {
  if (cx === undefined || cy === undefined || !payload) return null;
  const { label, outside, lift } = payload;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table under the chart has the same.
    <g data-person={label} onMouseEnter={() => onShow(label)} onMouseLeave={() => onShow(null)}>
      <circle cx={cx} cy={cy} r={12} className={styles.target} />
      {outside && <circle cx={cx} cy={cy} r={8} className={styles.ring} />}
      <circle cx={cx} cy={cy} r={4} className={styles.full} />
      {outside && (
        <text x={cx} y={cy - (lift ? 26 : 13)} textAnchor="middle" className={styles.few}>
          {label}
        </text>
      )}
    </g>
  );
}
