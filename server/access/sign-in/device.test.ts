import { expect, it } from 'vitest';
import { DEVICE_LIFE, isDevice, makeDevice } from './device.js';

const key = Buffer.alloc(32, 7);
const now = new Date('2026-03-02T09:00:00Z');
const device = makeDevice('ada@example.com', key, now);

it('is known for half a year', () => {
  expect(isDevice(device, { email: 'ada@example.com', key, now })).toBe(true);
  const later = new Date(now.getTime() + DEVICE_LIFE);
  expect(isDevice(device, { email: 'ada@example.com', key, now: later })).toBe(false);
});

it.each([
  ['another account', device, 'eve@example.com', key],
  ['another key', device, 'ada@example.com', Buffer.alloc(32, 8)],
  ['a later end', device.replace(/[.]\d+[.]/, '.9999999999999.'), 'ada@example.com', key],
  ['nothing', undefined, 'ada@example.com', key],
  ['something else', 'x', 'ada@example.com', key],
])('is not known with %s', (_, given, email, signedWith) => {
  expect(isDevice(given, { email, key: signedWith, now })).toBe(false);
});
