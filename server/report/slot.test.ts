import { describe, expect, test } from 'vitest';
import { newestSlot, nextSlot, scheduleFault, slotByHand, slotCount } from './slot.js';

const BERLIN = 'Europe/Berlin';
const at = (iso: string) => new Date(iso);

/** The first slots after a moment. */
function slots(schedule: string, timeZone: string, { after, count }: { after: string; count: number }): string[] {
  const found: string[] = [];
  for (let slot = at(after); found.length < count; ) {
    slot = nextSlot({ schedule, timeZone }, slot);
    found.push(slot.toISOString().slice(0, 16));
  }
  return found;
}

describe('a slot is local time in the zone of the report', () => {
  const cases: [string, string, string, string, string[]][] = [
    ['keeps 08:00 when summer time starts', '0 8 * * 1', BERLIN, '2026-03-20', ['2026-03-23T07:00', '2026-03-30T06:00']],
    ['keeps 08:00 when summer time ends', '0 8 * * 1', BERLIN, '2026-10-18', ['2026-10-19T06:00', '2026-10-26T07:00']],
    [
      'comes at 03:00 when there is no 02:30',
      '30 2 * * *',
      BERLIN,
      '2026-03-28',
      ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30'],
    ],
    [
      'comes once when there are two 02:30',
      '30 2 * * *',
      BERLIN,
      '2026-10-24',
      ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    ['knows New York', '30 1 * * *', 'America/New_York', '2026-10-31T12:00Z', ['2026-11-01T05:30', '2026-11-02T06:30']],
    ['knows zones half an hour off', '0 8 * * 1', 'Asia/Kolkata', '2026-03-20', ['2026-03-23T02:30']],
    ['knows the far side of the date line', '0 8 * * 1', 'Pacific/Apia', '2026-03-20', ['2026-03-22T19:00']],
    ['waits for a leap day', '0 8 29 2 *', BERLIN, '2026-01-01', ['2028-02-29T07:00']],
  ];
  test.each(cases)('%s', (_, schedule, zone, after, expected) => {
    expect(slots(schedule, zone, { after, count: expected.length })).toEqual(expected);
  });

  test('asked from inside the repeated hour, 02:30 does not come a second time', () => {
    for (const minute of ['00:31', '00:59', '01:15', '01:29']) {
      expect(nextSlot({ schedule: '30 2 * * *', timeZone: BERLIN }, at(`2026-10-25T${minute}:00Z`)).toISOString()).toBe(
        '2026-10-26T01:30:00.000Z',
      );
    }
    const sunday = { schedule: '30 2 * * 0', timeZone: BERLIN };
    expect(newestSlot(sunday, { after: at('2026-01-01'), until: at('2026-10-27T00:45Z') })).toEqual(at('2026-10-25T00:30Z'));
  });
});

describe('the newest slot', () => {
  const monday = { schedule: '0 8 * * 1', timeZone: BERLIN };
  const cases: [string, string, string, string | null][] = [
    ['is the moment itself', '2026-01-01', '2026-03-23T07:00:00Z', '2026-03-23T07:00:00Z'],
    ['is the one before a moment earlier', '2026-01-01', '2026-03-23T06:59:59.999Z', '2026-03-16T07:00:00Z'],
    ['skips those missed before it', '2026-01-01', '2026-03-26T12:00:00Z', '2026-03-23T07:00:00Z'],
    ['is none when nothing came since', '2026-03-23T07:00:00Z', '2026-03-26T12:00:00Z', null],
  ];
  test.each(cases)('%s', (_, after, until, expected) => {
    expect(newestSlot(monday, { after: at(after), until: at(until) })).toEqual(expected && at(expected));
  });

  test('is found years back', () => {
    expect(newestSlot({ schedule: '0 8 29 2 *', timeZone: BERLIN }, { after: at('2020-01-01'), until: at('2026-06-01') })).toEqual(
      at('2024-02-29T07:00Z'),
    );
  });
});

test('slots between two moments are counted without either end, up to a limit', () => {
  const daily = { schedule: '0 8 * * *', timeZone: 'UTC' };
  const from = at('2026-03-01T08:00Z');
  expect(slotCount(daily, { after: from, before: at('2026-03-04T08:00Z'), most: 100 })).toBe(2);
  expect(slotCount(daily, { after: from, before: at('2026-03-02T08:00Z'), most: 100 })).toBe(0);
  expect(slotCount(daily, { after: from, before: at('2027-03-02T08:00Z'), most: 100 })).toBe(100);
});

test('a slot by hand is the same within a minute and never that of a schedule', () => {
  expect(slotByHand(at('2026-03-02T08:00:00.000Z'))).toEqual(slotByHand(at('2026-03-02T08:00:59.999Z')));
  expect(slotByHand(at('2026-03-02T08:00:00.000Z'))).toEqual(at('2026-03-02T07:59:59Z'));
});

test.each([
  ['0 8 * * 1', null],
  ['0 8 * * MON-FRI', null],
  ['', 'five cron fields'],
  ['@weekly', 'five cron fields'],
  ['0 0 8 * * 1', 'five cron fields'],
  ['0 25 * * *', 'is not a schedule'],
  ['a b c d e', 'is not a schedule'],
  ['*/5 * * * *', 'more than once an hour'],
  ['0,30 8 * * *', 'more than once an hour'],
  ['0 8 31 2 *', 'never comes'],
])('the schedule "%s" is refused with: %s', (schedule, fault) => {
  if (fault === null) expect(scheduleFault(schedule)).toBeNull();
  else expect(scheduleFault(schedule)).toContain(fault);
});
