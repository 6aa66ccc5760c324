import { type KeyboardEvent, useRef, useState } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { digits, quantity } from '../ui/format.js';
import styles from './chart.module.css';
import { Marks } from './marks.js';
import { Reading, WalkedTo } from './reading.js';
import { ticksFromZero, topOf } from './scale.js';
import { type TrendChartProps, trendRows } from './trend-point.js';

const STILL = { isAnimationActive: false, dot: false, activeDot: false, legendType: 'none' } as const;
const TICK = { fill: 'var(--ink-faint)', fontSize: 12 };

/** Value, interval, control limits and target over time. A click, or Enter on a walked-to point, opens what is behind it. */
export default function TrendChart({ points, unit, target, marks = [], title, desc, chosen, onOpen }: TrendChartProps) {
  const walkedTo = useRef<string | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const ticks = ticksFromZero(topOf(points, [target], unit === 'share'));
  const top = ticks.at(-1) ?? 1;
  const byKey = new Map(points.map((point) => [point.key, point]));
  const open = (key: string | null) => {
    if (key !== null && (byKey.get(key)?.n ?? 0) > 0) onOpen(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    setDismissed(event.key === 'Escape');
    if (event.key === 'Enter') open(walkedTo.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside is the widget; this only hears its keys.
    <div className={styles.chart} onKeyDown={onKeyDown} onMouseMove={() => setDismissed(false)}>
      <ComposedChart
        responsive
        style={{ width: '100%', height: 300 }}
        data={trendRows(points, top)}
        margin={{ top: 12, right: 20, bottom: 0, left: 0 }}
        title={title}
        desc={desc}
        onClick={(state) => open(state.activeLabel === undefined ? null : String(state.activeLabel))}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        {chosen && <ReferenceArea x1={chosen.from} x2={chosen.to} fill="var(--sunken)" fillOpacity={0.7} stroke="none" zIndex={-200} />}
        <XAxis
          dataKey="key"
          tickFormatter={(key: string) => byKey.get(key)?.label ?? key}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          minTickGap={28}
          tickMargin={8}
          height={32}
          padding={{ left: 14, right: 14 }}
        />
        <YAxis
          domain={[0, top]}
          ticks={ticks}
          tickFormatter={(value: number) => (unit === 'share' ? quantity(value, unit) : digits(value, unit))}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={46}
          allowDataOverflow
        />
        <Area {...STILL} dataKey="band" stroke="none" fill="var(--mark-band)" fillOpacity={1} />
        <Line {...STILL} dataKey="limitHigh" type="step" stroke="var(--mark-limit)" strokeDasharray="2 4" />
        <Line {...STILL} dataKey="limitLow" type="step" stroke="var(--mark-limit)" strokeDasharray="2 4" />
        <Line {...STILL} dataKey="center" type="step" stroke="var(--mark-limit)" strokeWidth={1} />
        {target !== null && <ReferenceLine y={target} stroke="var(--mark-target)" strokeDasharray="6 4" />}
        {marks.map(({ key, label }) => (
          <ReferenceLine
            key={key}
            x={key}
            stroke="var(--ink-faint)"
            strokeDasharray="1 3"
            label={{ value: label, position: 'insideTop', fill: 'var(--ink-soft)', fontSize: 11 }}
          />
        ))}
        <Line {...STILL} dataKey="settled" stroke="var(--mark)" strokeWidth={2} />
        <Line {...STILL} dataKey="soFar" stroke="var(--mark)" strokeWidth={2} strokeDasharray="4 4" />
        <Tooltip
          active={dismissed ? false : undefined}
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, label }) => {
            const point = active ? byKey.get(String(label)) : undefined;
            if (!point) return null;
            return <Reading title={point.label} lines={point.reading} hint={point.n > 0 ? 'Click or press Enter to list them' : null} />;
          }}
        />
        <ZIndexLayer zIndex={600}>
          <Marks points={points} onOpen={onOpen} />
        </ZIndexLayer>
        <WalkedTo held={walkedTo} />
      </ComposedChart>
    </div>
  );
}
