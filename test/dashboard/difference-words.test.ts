import { describe, expect, test } from 'vitest';
import { chance, signed, spread } from '../../dashboard/driver/difference-words.js';

describe('a difference in words', () => {
  test.each([
    [0.0421, 'share', '+4.2 points'],
    [-0.3, 'share', '\u221230.0 points'],
    [-0.0001, 'share', '0.0 points'],
    [1, 'days', '+1 day'],
    [-7, 'days', '\u22127 days'],
    [2.26, 'per 100 handoffs', '+2.3 per 100'],
  ] as const)('%d as %s is %s', (value, unit, words) => expect(signed(value, unit)).toBe(words));

  test('says which end the data do not bound', () => {
    expect(spread(-0.105, -0.052, 'share')).toBe('\u221210.5 to \u22125.2');
    expect(spread(2, null, 'days')).toBe('+2 or more');
    expect(spread(null, 4, 'days')).toBe('up to +4');
    expect(spread(null, null, 'days')).toBe('not bounded by the data');
  });

  test('counts no further than a thousandth', () => {
    expect([chance(null), chance(1e-9), chance(0.012), chance(0.5)]).toEqual(['', 'p < 0.001', 'p 0.012', 'p 0.50']);
  });
});
