import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, cut, dateIn, daysBetween, firstWhole, labelOf, startOfDay, startOfInterval } from './period.js';

const calendar = { timeZone: 'Europe/Berlin', weekStart: 1, fiscalStart: 1 };
const fiscal = { ...calendar, fiscalStart: 2 };

describe('the start of a day', () => {
  test.each([
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    ['2026-06-01', 'Asia/Kolkata', '2026-05-31T18:30:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s is %s', (date, zone, start) => expect(startOfDay(date, zone).toISOString()).toBe(start));

  test('is the first moment of that day, in every zone on every day', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/Sao_Paulo',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'America/Havana',
      'Asia/Beirut',
    );
    fc.assert(
      fc.property(zones, fc.date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), (zone, at) => {
        const date = dateIn(at, zone);
        const start = startOfDay(date, zone);
        expect(dateIn(start, zone)).toBe(date);
        expect(dateIn(new Date(start.getTime() - 1), zone) < date).toBe(true);
      }),
    );
  });
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-15', -12, '2025-03-15'],
    ['2026-01-01', -1, '2025-12-01'],
  ])('%s and %d months is %s', (date, months, result) => expect(addMonths(date, months)).toBe(result));
});

describe('intervals', () => {
  test('of weeks begin on the day the workspace says', () => {
    expect(startOfInterval('2026-06-03', 'week', calendar)).toBe('2026-06-01');
    expect(startOfInterval('2026-06-03', 'week', { ...calendar, weekStart: 0 })).toBe('2026-05-31');
    expect(startOfInterval('2026-06-03', 'week', { ...calendar, weekStart: 6 })).toBe('2026-05-30');
  });

  test('of quarters follow the fiscal year', () => {
    expect(startOfInterval('2026-06-03', 'quarter', calendar)).toBe('2026-04-01');
    expect(startOfInterval('2026-06-03', 'quarter', fiscal)).toBe('2026-05-01');
    expect(startOfInterval('2026-01-31', 'quarter', fiscal)).toBe('2025-11-01');
  });

  test('have names', () => {
    expect(labelOf({ from: '2026-06-01', to: '2026-07-01' }, 'month', calendar)).toBe('June 2026');
    expect(labelOf({ from: '2026-06-01', to: '2026-06-08' }, 'week', calendar)).toBe('week of 1 June 2026');
    expect(labelOf({ from: '2026-04-01', to: '2026-07-01' }, 'quarter', calendar)).toBe('Q2 2026');
    expect(labelOf({ from: '2026-02-01', to: '2026-05-01' }, 'quarter', fiscal)).toBe('Q1 FY2027');
    expect(labelOf({ from: '2025-11-01', to: '2026-02-01' }, 'quarter', fiscal)).toBe('Q4 FY2026');
  });

  test('twenty-four whole months end with the one that is running', () => {
    const months = cut({ from: firstWhole(addMonths('2026-06-16', -24), 'month', calendar), to: '2026-06-16' }, 'month', calendar);
    expect(months).toHaveLength(24);
    expect(months[0]).toEqual({ from: '2024-07-01', to: '2024-08-01' });
    expect(months.at(-1)).toEqual({ from: '2026-06-01', to: '2026-07-01' });
  });

  test('follow on each other without a gap and hold every day asked for', () => {
    const kind = fc.constantFrom<'week' | 'month' | 'quarter'>('week', 'month', 'quarter');
    const days = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(kind, days, fc.integer({ min: 1, max: 700 }), fc.integer({ min: 0, max: 6 }), (interval, start, length, weekStart) => {
        const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
        const asked = { from: day(start), to: day(start + length) };
        const periods = cut(asked, interval, { ...calendar, weekStart });
        expect((periods[0]?.from ?? '9') <= asked.from).toBe(true);
        expect((periods.at(-1)?.to ?? '0') >= asked.to).toBe(true);
        for (const [i, { from, to }] of periods.entries()) {
          expect(daysBetween(from, to)).toBeGreaterThan(6);
          if (i > 0) expect(periods[i - 1]?.to).toBe(from);
        }
      }),
    );
  });
});
