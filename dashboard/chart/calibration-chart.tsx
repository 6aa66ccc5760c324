import { CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { count, interval, quantity } from '../ui/format.js';
import styles from './chart.module.css';
import { Reading } from './reading.js';
import { ticksFromZero } from './scale.js';

export interface CalibrationChartProps {
  /** The least chance first; shares from 0 to 1. */
  points: { predicted: number; observed: number; low: number; high: number; n: number }[];
  title: string;
  desc: string;
}

const TICK = { fill: 'var(--ink-faint)', fontSize: 12 };

/** What was said against what came, with its 95 % limits; on the dashed line both are the same. */
export default function CalibrationChart({ points, title, desc }: CalibrationChartProps) {
  const rows = points.map((point) => ({ ...point, limits: [point.observed - point.low, point.high - point.observed] }));
  const ticks = ticksFromZero(Math.min(1, Math.max(...points.map(({ predicted, observed, high }) => Math.max(predicted, observed, high)))));
  const top = ticks.at(-1) ?? 1;
  const axis = { type: 'number', domain: [0, top], ticks, tickFormatter: (value: number) => quantity(value, 'share'), tick: TICK } as const;
  return (
    <div className={styles.chart}>
      <ComposedChart
        responsive
        style={{ width: '100%', height: 280 }}
        data={rows}
        margin={{ top: 12, right: 20, bottom: 18, left: 0 }}
        title={title}
        desc={desc}
      >
        <CartesianGrid stroke="var(--grid)" />
        <XAxis
          {...axis}
          dataKey="predicted"
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tickMargin={8}
          label={{ value: 'chance said', position: 'insideBottom', offset: -14, fill: 'var(--ink-faint)', fontSize: 12 }}
        />
        <YAxis {...axis} tickLine={false} axisLine={false} width={46} />
        <ReferenceLine
          segment={[
            { x: 0, y: 0 },
            { x: top, y: top },
          ]}
          stroke="var(--mark-limit)"
          strokeDasharray="6 4"
        />
        <Line
          dataKey="observed"
          type="linear"
          stroke="none"
          isAnimationActive={false}
          legendType="none"
          dot={{ r: 4.5, fill: 'var(--mark)', stroke: 'var(--surface)', strokeWidth: 1.5 }}
          activeDot={{ r: 6, fill: 'var(--mark)', stroke: 'var(--surface)' }}
        >
          <ErrorBar dataKey="limits" direction="y" width={5} stroke="var(--mark)" strokeWidth={1.5} isAnimationActive={false} />
        </Line>
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, label }) => {
            const point = active ? points.find((one) => one.predicted === Number(label)) : undefined;
            if (!point) return null;
            const lines = [
              `${quantity(point.observed, 'share')} left (95 % ${interval({ ...point, value: point.observed }, 'share')})`,
              `${count(point.n)} handoffs`,
            ];
            return <Reading title={`${quantity(point.predicted, 'share')} said`} lines={lines} hint={null} />;
          }}
        />
      </ComposedChart>
    </div>
  );
}
