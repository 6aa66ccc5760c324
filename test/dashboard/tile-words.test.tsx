// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Sparkline } from '../../dashboard/chart/sparkline.js';
import { ComparisonWords } from '../../dashboard/kpi/change-words.js';
import { MeasureValue } from '../../dashboard/kpi/measure-value.js';

afterEach(cleanup);

const measure = { value: 0.71, low: 0.62, high: 0.8, n: 214, mature: 200, wide: false, why: null };
const comparison = {
  name: 'the previous 12 months',
  period: { from: '2025-01-01', to: '2026-01-01' },
  measure,
  of: null,
  p: 0.004,
  difference: -0.07,
  low: -0.1,
  high: -0.02,
  clear: true,
  words: '7.0 points lower than in the previous 12 months',
};
const text = (element: React.ReactElement) => render(element).container.textContent ?? '';

test('a value that is missing is its reason, and no digit', () => {
  const words = text(<MeasureValue measure={{ ...measure, value: null, low: null, high: null, why: 'too few to say' }} unit="share" />);
  expect(words).toBe('too few to say');
});

test('a value stands with its interval, and a wide one says so', () => {
  expect(text(<MeasureValue measure={{ ...measure, wide: true }} unit="share" />)).toBe('71 %95 % 62 to 80 wide');
});

test('the direction of good is in words, not only in colour', () => {
  expect(text(<ComparisonWords comparison={comparison} better="higher" />)).toContain('(worse)');
  cleanup();
  expect(text(<ComparisonWords comparison={comparison} better="lower" />)).toContain('(better)');
});

test('a change that is not clear is neither better nor worse', () => {
  const words = text(<ComparisonWords comparison={{ ...comparison, clear: false, words: 'no clear change' }} better="higher" />);
  expect(words).toMatch(/no clear change vs the previous 12 months/);
  expect(words).not.toMatch(/better|worse/);
});

test('a missing period breaks the line of a sparkline', () => {
  const value = (key: string, at: number | null) => ({ key, value: at, mature: true, outside: false });
  const points = [value('a', 1), value('b', 2), value('c', null), value('d', 3), value('e', 4)];
  const { container } = render(<Sparkline points={points} label="Churn" />);
  expect(container.querySelectorAll('polyline')).toHaveLength(2);
});
