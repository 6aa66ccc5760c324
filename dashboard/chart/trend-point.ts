import type { Unit } from '../ui/format.js';

/** A point as charts know it; `value` null leaves a gap. */
export interface ChartPoint {
  /** Unique along the axis. */
  key: string;
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  /** False: hollow, and its line dashed. */
  mature: boolean;
  limits: { low: number | null; center: number; high: number | null } | null;
  /** A rule fires here. */
  outside: boolean;
  /** All of it in words, as the table says it. */
  reading: string[];
}

export interface TrendChartProps {
  points: ChartPoint[];
  unit: Unit;
  target: number | null;
  /** Lines at points where something was decided, with a short name. */
  marks?: { key: string; label: string }[];
  title: string;
  /** One sentence that reads the chart to those who cannot see it. */
  desc: string;
  /** Keys of the first and last point of the period the tiles speak of. */
  chosen: { from: string; to: string } | null;
  onOpen: (key: string) => void;
}

export interface TrendRow {
  key: string;
  settled: number | null;
  soFar: number | null;
  band: [number, number] | null;
  limitLow: number | null;
  limitHigh: number | null;
  center: number | null;
}

/** Rows for the drawing: mature values on one line; immature ones on a dashed line that starts at the last mature value. */
export function trendRows(points: ChartPoint[], top: number): TrendRow[] {
  return points.map((point, index) => {
    const leadsIntoSoFar = point.mature && points[index + 1]?.mature === false;
    return {
      key: point.key,
      settled: point.mature ? point.value : null,
      soFar: !point.mature || leadsIntoSoFar ? point.value : null,
      band: point.value === null || point.low === null ? null : [point.low, point.high ?? top],
      limitLow: point.limits?.low ?? null,
      limitHigh: point.limits?.high ?? null,
      center: point.limits?.center ?? null,
    };
  });
}
