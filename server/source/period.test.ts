import { expect, test } from 'vitest';
import { periodOf } from './period.js';

const from = new Date('2026-03-02T09:07:00Z');

test.each([
  ['*/15 * * * *', 30],
  ['0 * * * *', 120],
  ['0 6 * * *', 2 * 24 * 60],
  ['0 6 * * 1-5', 2 * 72 * 60],
  ['0 6 * * 1', 2 * 7 * 24 * 60],
])('the data of "%s" may be %i minutes old', (schedule, minutes) => {
  expect(periodOf(schedule, 'UTC', from)).toBe(minutes);
});

test('the night on which the clocks go back is one hour longer', () => {
  expect(periodOf('0 6 * * *', 'Europe/Berlin', new Date('2026-10-23T00:00:00Z'))).toBe(2 * 25 * 60);
});

test('what is no schedule is refused', () => {
  expect(() => periodOf('every day', 'UTC', from)).toThrow();
});
