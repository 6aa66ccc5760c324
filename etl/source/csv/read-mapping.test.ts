import { describe, expect, test } from 'vitest';
import { readMapping } from './read-mapping.js';

const deals = { path: 'deals.csv', what: 'deals', columns: { id: 'deal', account: 'customer', wonAt: 'won' } };
const valid = { name: 'Ours', timeZone: 'Europe/Berlin', currency: 'EUR', files: [deals] };
const read = (mapping: unknown) => () => readMapping(JSON.stringify(mapping), 'mapping.json');
const withDeals = (change: object) => ({ ...valid, files: [{ ...deals, ...change }] });

test('a mapping of one file of deals is enough', () => {
  expect(readMapping(JSON.stringify(valid), 'mapping.json')).toEqual(valid);
});

describe('a wrong mapping names the place and what belongs there', () => {
  const table: [string, unknown, RegExp][] = [
    ['no files', { ...valid, files: [] }, /files .*>=1/],
    ['an unknown zone', { ...valid, timeZone: 'Berlin' }, /timeZone is not a time zone; write it as Europe\/Berlin/],
    ['an offset as zone', { ...valid, timeZone: '+02:00' }, /timeZone is not a time zone/],
    ['no zone', { ...valid, timeZone: undefined }, /timeZone is missing$/m],
    ['a name that is a number', { ...valid, name: 5 }, /name must be a string$/m],
    ['a currency in words', { ...valid, currency: 'euro' }, /currency must be three letters, as EUR/],
    ['a misspelt key', withDeals({ delimeter: ';' }), /files\[0\] does not know 'delimeter'/],
    ['a column role nobody knows', withDeals({ columns: { ...deals.columns, wonOn: 'x' } }), /files\[0\]\.columns does not know 'wonOn'/],
    ['an unknown kind of file', withDeals({ what: 'deal' }), /files\[0\]\.what must be one of deals, accounts/],
    ['deals never won', withDeals({ columns: { id: 'deal', account: 'customer' } }), /files\[0\]\.columns needs wonAt/],
    ['a date format of our own', withDeals({ dateFormat: 'd.m.y' }), /files\[0\]\.dateFormat/],
    ['an encoding nobody has', withDeals({ encoding: 'ansi-ish' }), /files\[0\]\.encoding is not an encoding/],
    ['a dimension in capitals', withDeals({ dimensions: { 'Lead Source': 'origin' } }), /files\[0\]\.dimensions/],
    [
      'an event of no kind',
      { ...valid, files: [{ path: 'e.csv', what: 'events', kind: 'value', columns: { account: 'a', at: 'b' } }] },
      /files\[0\]\.kind must be one of .*first-value/,
    ],
    [
      'an event of nobody',
      { ...valid, files: [{ path: 'e.csv', what: 'events', kind: 'first-value', columns: { at: 'b' } }] },
      /files\[0\]\.columns needs account or deal/,
    ],
  ];
  test.each(table)('%s', (_, mapping, message) => {
    expect(read(mapping)).toThrow(message);
  });
});

test('text that is no JSON says so', () => {
  expect(() => readMapping('{', 'mapping.json')).toThrow(/mapping\.json is not JSON/);
});

test('a CSV file given as mapping leads to --init', () => {
  expect(() => readMapping('deal_id,won\n1,2', 'deals.csv')).toThrow(/import --init deals\.csv/);
});
