import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { count, interval, quantity } from '../ui/format.js';
import styles from './chart.module.css';
import { Reading } from './reading.js';
import { ticksFromZero, topOf } from './scale.js';

export interface CurveChartProps {
  points: { day: number; share: number; low: number; high: number; atRisk: number }[];
  /** "day" or "hour". */
  step: string;
  title: string;
  desc: string;
  /** Where the promise ends, in steps; null without one. */
  target: number | null;
}

const TICK = { fill: 'var(--ink-faint)', fontSize: 12 };
const STILL = { isAnimationActive: false, dot: false, activeDot: false, legendType: 'none' } as const;

/** Cumulative incidence: which share it has happened to by each step, with its 95 % band. */
export default function CurveChart({ points: all, step, title, desc, target }: CurveChartProps) {
  const points = untilFlat(all);
  const rows = points.map((point) => ({ ...point, band: [point.low, point.high] }));
  const last = points.at(-1)?.day ?? 0;
  const ticks = ticksFromZero(
    topOf(
      points.map(({ share, high }) => ({ value: share, high })),
      [],
      true,
    ),
  );
  return (
    <div className={styles.chart}>
      <ComposedChart
        responsive
        style={{ width: '100%', height: 260 }}
        data={rows}
        margin={{ top: 12, right: 20, bottom: 0, left: 0 }}
        title={title}
        desc={desc}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="day"
          type="number"
          domain={[0, last]}
          ticks={ticksFromZero(last, 6).filter((tick) => tick <= last)}
          tickFormatter={(at: number) => `${step} ${count(at)}`}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          minTickGap={20}
          tickMargin={8}
          height={32}
        />
        <YAxis
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tickFormatter={(value: number) => quantity(value, 'share')}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={46}
          allowDataOverflow
        />
        <Area {...STILL} dataKey="band" type="stepAfter" stroke="none" fill="var(--mark-band)" fillOpacity={1} />
        {target !== null && target <= last && <ReferenceLine x={target} stroke="var(--mark-target)" strokeDasharray="6 4" />}
        <Line {...STILL} dataKey="share" type="stepAfter" stroke="var(--mark)" strokeWidth={2} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, label }) => {
            const point = active ? points.find((one) => one.day === Number(label)) : undefined;
            if (!point) return null;
            const lines = [
              `${quantity(point.share, 'share')} by then`,
              `95 % ${interval({ ...point, value: point.share }, 'share')}`,
              `${count(point.atRisk)} still watched, without it`,
            ];
            return <Reading title={`By ${step} ${count(point.day)}`} lines={lines} hint={null} />;
          }}
        />
      </ComposedChart>
    </div>
  );
}

/** Cuts the long flat end off: a little beyond the last step at which the share rose. */
function untilFlat(points: CurveChartProps['points']): CurveChartProps['points'] {
  const end = points.at(-1)?.share ?? 0;
  const risen = points.find((point) => point.share >= end)?.day ?? 0;
  return points.filter((point) => point.day <= risen * 1.1 + 1);
}
