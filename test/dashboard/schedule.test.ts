import { expect, test } from 'vitest';
import { newId } from '../../dashboard/report/new-id.js';
import { addressesOf, cronOf, slotOf, WEEKDAYS } from '../../dashboard/report/schedule.js';

test('every schedule the form offers comes back as it was chosen', () => {
  for (const { value } of WEEKDAYS)
    for (const time of ['00:00', '08:30', '23:59']) expect(slotOf(cronOf({ weekday: value, time }))).toEqual({ weekday: value, time });
});

test.each(['', '0 8 1 * *', '*/15 * * * *', '0 8 * * 0,3', '0 8 * 2 1'])('the schedule "%s" is left as it is', (schedule) => {
  expect(slotOf(schedule)).toBeNull();
});

test('addresses are read as people write them, each once', () => {
  expect(addressesOf(' a@x.example, b@x.example;\nc@x.example a@x.example ')).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
  expect(addressesOf('  ')).toEqual([]);
});

test('a new id is a random uuid of version 4', () => {
  const [one, two] = [newId(), newId()];
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(one).not.toBe(two);
});
