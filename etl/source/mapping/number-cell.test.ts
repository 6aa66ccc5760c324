import { describe, expect, test } from 'vitest';
import { decimalOf } from './number-cell.js';

describe('a number keeps every digit', () => {
  const table: [string, '.' | ',', string][] = [
    ['0', '.', '0'],
    ['1234.50', '.', '1234.50'],
    ['1,234,567.89', '.', '1234567.89'],
    ['1.234.567,89', ',', '1234567.89'],
    ['1 234,5', ',', '1234.5'],
    ['1\u00a0234,5', ',', '1234.5'],
    ["1'234.5", '.', '1234.5'],
    ['1.234', ',', '1234'],
    ['-7', '.', '-7'],
    ['+7', ',', '7'],
    ['€ 1.200,00', ',', '1200.00'],
    ['R$1,200', '.', '1200'],
    ['1200 EUR', '.', '1200'],
    ['0.1000000000000000055511151231', '.', '0.1000000000000000055511151231'],
  ];
  test.each(table)('%s with decimal %s is %s', (cell, decimal, number) => {
    expect(decimalOf(cell, decimal)).toBe(number);
  });
});

describe('what is no number is refused', () => {
  const table: [string, '.' | ','][] = [
    ['', '.'],
    ['n/a', '.'],
    ['1,5', '.'],
    ['1.5', ','],
    ['1.234,50', '.'],
    ['12,34,567', '.'],
    ['NaN', '.'],
    ['Infinity', '.'],
    ['1e9', '.'],
    ['=1+1', '.'],
    ['9'.repeat(40), '.'],
  ];
  test.each(table)('%s with decimal %s', (cell, decimal) => {
    expect(() => decimalOf(cell, decimal)).toThrow(/is not a number with a decimal/);
  });
});
