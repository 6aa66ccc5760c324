import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf } from './date-cell.js';
import type { DateFormat } from './date-format.js';

describe('a date as written is the moment it names', () => {
  const table: [string, DateFormat, string, string][] = [
    ['2026-03-05', 'iso', 'UTC', '2026-03-05T00:00:00.000Z'],
    ['2026-03-05', 'iso', 'America/Sao_Paulo', '2026-03-05T03:00:00.000Z'],
    ['2026-03-05 14:07:09', 'iso', 'Europe/Berlin', '2026-03-05T13:07:09.000Z'],
    ['2026-03-05T14:07:09.123456Z', 'iso', 'Europe/Berlin', '2026-03-05T14:07:09.123Z'],
    ['2026-03-05T14:07:09+05:30', 'iso', 'Europe/Berlin', '2026-03-05T08:37:09.000Z'],
    ['2026-03-05 14:07:09+00', 'iso', 'Europe/Berlin', '2026-03-05T14:07:09.000Z'],
    ['2026-03-05 14:07 UTC', 'iso', 'Europe/Berlin', '2026-03-05T14:07:00.000Z'],
    ['05/03/2026', 'dd/mm/yyyy', 'UTC', '2026-03-05T00:00:00.000Z'],
    ['05/03/2026', 'mm/dd/yyyy', 'UTC', '2026-05-03T00:00:00.000Z'],
    ['3/5/2026 2:07 PM', 'mm/dd/yyyy', 'UTC', '2026-03-05T14:07:00.000Z'],
    ['3/5/2026, 12:00 a.m.', 'mm/dd/yyyy', 'UTC', '2026-03-05T00:00:00.000Z'],
    ['05.03.2026 14:07', 'dd.mm.yyyy', 'Europe/Berlin', '2026-03-05T13:07:00.000Z'],
    ['2026/3/5', 'yyyy/mm/dd', 'UTC', '2026-03-05T00:00:00.000Z'],
    ['1772719629', 'unix-seconds', 'Europe/Berlin', '2026-03-05T14:07:09.000Z'],
    ['1772719629000', 'unix-milliseconds', 'Europe/Berlin', '2026-03-05T14:07:09.000Z'],
  ];
  test.each(table)('%s as %s in %s', (cell, format, zone, moment) => {
    expect(dateOf(cell, format, zone).toISOString()).toBe(moment);
  });
});

describe('what is no date is refused with a reason', () => {
  const table: [string, DateFormat, RegExp][] = [
    ['soon', 'iso', /not a date written as yyyy-mm-dd/],
    ['05/03/2026', 'iso', /not a date written as yyyy-mm-dd/],
    ['31/12/2026', 'mm/dd/yyyy', /does not exist/],
    ['2026-02-29', 'iso', /does not exist/],
    ['2026-01-01 24:01', 'iso', /does not exist/],
    ['1/1/2026 13:00 PM', 'mm/dd/yyyy', /does not exist/],
    ['1/1/26', 'mm/dd/yyyy', /not a date/],
    ['1970-01-01', 'iso', /hardly a date.*absent/],
    ['9999-12-31', 'iso', /hardly a date.*absent/],
    ['0', 'unix-seconds', /hardly a date/],
  ];
  test.each(table)('%s as %s', (cell, format, reason) => {
    expect(() => dateOf(cell, format, 'UTC')).toThrow(reason);
  });
});

describe('clocks that change', () => {
  test('a time skipped in spring is read as if the clocks had not changed', () => {
    expect(dateOf('2026-03-29 02:30', 'iso', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
  test('a time that comes twice in autumn is the first', () => {
    expect(dateOf('2026-10-25 02:30', 'iso', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
  test('a day whose midnight is skipped starts at one o clock', () => {
    expect(dateOf('2018-11-04', 'iso', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });
  test('a moment shown by a clock is read back, in every zone and year', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe');
    const times = fc.date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, times, (zone, time) => {
        const shown = clock(time, zone);
        expect(clock(dateOf(shown, 'iso', zone), zone)).toBe(shown);
      }),
    );
  });
});

const clock = (time: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(time);
