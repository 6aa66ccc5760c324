import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { CalibrationChartProps } from './calibration-chart.js';
import type { CurveChartProps } from './curve-chart.js';
import type { FunnelChartProps } from './funnel-chart.js';
import type { TrendChartProps } from './trend-point.js';

/** The drawing library is a third of all the script: it comes after the numbers. */
const LazyTrend = lazy(() => import('./trend-chart.js'));
const LazyCurve = lazy(() => import('./curve-chart.js'));
const LazyCalibration = lazy(() => import('./calibration-chart.js'));

export const TrendChart = (props: TrendChartProps) => (
  <Suspense fallback={<Skeleton height={300} />}>
    <LazyTrend {...props} />
  </Suspense>
);

export const CurveChart = (props: CurveChartProps) => (
  <Suspense fallback={<Skeleton height={260} />}>
    <LazyCurve {...props} />
  </Suspense>
);

export const CalibrationChart = (props: CalibrationChartProps) => (
  <Suspense fallback={<Skeleton height={280} />}>
    <LazyCalibration {...props} />
  </Suspense>
);

const LazyFunnel = lazy(() => import('./funnel-chart.js'));

export const FunnelChart = (props: FunnelChartProps) => (
  <Suspense fallback={<Skeleton height={300} />}>
    <LazyFunnel {...props} />
  </Suspense>
);
