import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Measure, measure, type Unit } from '../kpi/kpi.schema.js';
import { ageWords, momentWords } from './moment-words.js';
import { plainName } from './plain-name.js';
import { scheduleWords } from './schedule-words.js';
import { countOf, measureWords, moneyWords } from './words.js';

const measured = (value: number | null, but: Partial<Measure> = {}): Measure =>
  measure.parse({ value, low: null, high: null, n: 792, mature: 792, wide: false, why: null, ...but });

describe('a measure in words', () => {
  const cases: [Measure, Unit, string][] = [
    [measured(126, { low: 107, high: 172 }), 'days', '126 days (107 to 172), n = 792'],
    [
      measured(1, { low: 1, high: 3, n: 12, mature: 10, wide: true }),
      'days',
      '1 day (1 to 3), n = 12, 10 of them mature, wide: read the interval first',
    ],
    [measured(126, { low: 107 }), 'days', '126 days (107 or more), n = 792'],
    [measured(126), 'days', '126 days (not bounded by the data), n = 792'],
    [measured(0.083, { low: 0.061, high: 0.1123 }), 'share', '8.3 % (6.1 to 11), n = 792'],
    [measured(0, { low: 0, high: 0.004 }), 'share', '0 % (0 to 0.4), n = 792'],
    [measured(12.34, { low: 9, high: 15.06, n: 1200, mature: 1200 }), 'per 100 handoffs', '12.3 per 100 handoffs (9 to 15.1), n = 1,200'],
    [measured(1, { low: 0.5, high: 71.25 }), 'of 100', '1 of 100 (0.5 to 71.3), n = 792'],
    [
      measured(null, { why: 'not reached: 38 % by day 90', n: 40, mature: 12 }),
      'days',
      'not reached: 38 % by day 90, n = 40, 12 of them mature',
    ],
    [measured(null, { why: null, n: 0, mature: 0 }), 'share', 'not known, n = 0'],
  ];
  test.each(cases)('%o in %s', (measure, unit, words) => {
    expect(measureWords(measure, unit)).toBe(words);
  });

  test('never says NaN, Infinity, null or undefined', () => {
    const number = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }));
    const unit = fc.constantFrom<Unit>('days', 'hours', 'share', 'per 100 handoffs', 'of 100');
    fc.assert(
      fc.property(number, number, number, fc.nat(), unit, (value, low, high, n, inUnit) => {
        expect(measureWords(measured(value, { low, high, n, mature: n }), inUnit)).not.toMatch(/NaN|Infinity|null|undefined/);
      }),
    );
  });
});

test('counts and money are words too', () => {
  expect([0, 1, 2, 1200].map((count) => countOf(count, 'account'))).toEqual(['no accounts', '1 account', '2 accounts', '1,200 accounts']);
  expect([moneyWords(120000, 'EUR'), moneyWords(5, null), moneyWords(null, 'EUR')]).toEqual(['EUR 120,000', '5', 'unknown amount']);
});

test('a moment is said in the zone of the report, and the zone is named', () => {
  const at = new Date('2026-03-29T22:30:00Z');
  expect(momentWords(at, 'Europe/Berlin')).toBe('Monday 30 March 2026, 00:30 (Europe/Berlin)');
  expect(momentWords(at, 'America/New_York')).toBe('Sunday 29 March 2026, 18:30 (America/New_York)');
});

test('an age is floored to its largest unit', () => {
  expect([0, 1, 119, 120, 2_879, 2_880, 10_000].map(ageWords)).toEqual([
    '0 minutes',
    '1 minute',
    '119 minutes',
    '2 hours',
    '47 hours',
    '2 days',
    '6 days',
  ]);
});

test.each([
  ['0 8 * * 1', 'every Monday at 08:00'],
  ['30 17 * * *', 'every day at 17:30'],
  ['0 8 * * 1-5', 'every Monday to Friday at 08:00'],
  ['0 8 1 * *', 'on day 1 of every month at 08:00'],
  ['0 8 * * 7', 'every Sunday at 08:00'],
  ['0 8 1 1 *', null],
  ['0 8 * * MON', null],
])('the schedule %s is "%s"', (schedule, words) => {
  expect(scheduleWords(schedule)).toBe(words);
});

describe('a name from a source', () => {
  test('cannot begin a line of its own or turn the text around', () => {
    expect(plainName('Acme\r\nBcc: eve\u2028x\u202egnp')).toBe('Acme Bcc: eve x gnp');
  });

  test('is no link, whatever it looks like', () => {
    for (const name of ['evil.com', 'https://evil.com/x', 'me@evil.com']) {
      expect(plainName(name)).not.toMatch(/[\w-]\.[a-z]|\w@\w|:\/\//i);
      expect(plainName(name).replaceAll('\u2060', '')).toBe(name);
    }
  });
});
