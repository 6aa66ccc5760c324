import { expect, test } from 'vitest';
import type { KpiAnswer } from '../../dashboard/api/shape.js';
import { marksOf } from '../../dashboard/kpi/trend-markers.js';

const months = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
const trend = months.slice(0, -1).map((from, i) => ({ period: { from, to: months[i + 1] ?? '' } }));
const marked = (...days: string[]) => {
  const markers = days.map((on, i) => ({ version: i + 2, on, note: null, changes: ['Window of churn: 90 to 60 days'] }));
  return marksOf({ trend, markers } as unknown as KpiAnswer);
};

test('a change is marked at the period in which it was decided, on its first day and on its last', () => {
  expect(marked('2026-02-01', '2026-03-31')).toEqual([
    { key: '2026-02-01', label: 'v2' },
    { key: '2026-03-01', label: 'v3' },
  ]);
});

test('changes of one period share a line', () => {
  expect(marked('2026-02-01', '2026-02-28')).toEqual([{ key: '2026-02-01', label: 'v2, v3' }]);
  expect(marked('2026-02-01', '2026-02-02', '2026-02-28')).toEqual([{ key: '2026-02-01', label: 'v2 to v4' }]);
});

test('a day outside of the trend is not marked', () => {
  expect(marked('2025-12-31', '2026-04-01')).toEqual([]);
});
