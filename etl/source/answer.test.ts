import { expect, test } from 'vitest';
import { breaker } from './breaker.js';
import { httpLimitsOf } from './http-limits.js';
import { losslessJson } from './lossless-json.js';
import { retryAfter } from './retry-after.js';
import { sameAnswer } from './same-answer.js';
import { SourceError } from './source-error.js';

test.each([
  ['{"id":9007199254740993}', { id: '9007199254740993' }],
  ['{"id":-9007199254740993,"n":[12345678901234567890]}', { id: '-9007199254740993', n: ['12345678901234567890'] }],
  ['{"id":9007199254740991}', { id: 9007199254740991 }],
  ['{"text":": 9007199254740993, \\"x\\":9007199254740993","id":1}', { text: ': 9007199254740993, "x":9007199254740993', id: 1 }],
  ['{"rate":0.12345678901234567890,"e":1e20}', { rate: 0.12345678901234568, e: 1e20 }],
  ['[9007199254740993]', ['9007199254740993']],
])('%s keeps every digit of a whole number', (text, value) => {
  expect(losslessJson(text)).toEqual(value);
});

test('a long text beside a long number is read', () => {
  const long = 'x\\n'.repeat(500_000);
  expect(losslessJson(`{"text":"${long}","id":9007199254740993}`)).toMatchObject({ id: '9007199254740993' });
});

const noon = Date.parse('2026-03-01T12:00:00Z');
test.each([
  ['7', 7_000],
  [' 1.5 ', 1_500],
  ['1000000000', 1e12],
  ['-5', 0],
  ['+2', 2_000],
  ['Sun, 01 Mar 2026 12:00:20 GMT', 20_000],
  ['Sunday, 01-Mar-26 12:00:20 GMT', 20_000],
  ['Sun Mar  1 12:00:20 2026', 20_000],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['5 apples', null],
  ['', null],
  [undefined, null],
])('Retry-After "%s" asks for %s ms', (header, wait) => {
  expect(retryAfter(header, noon)).toBe(wait);
});

test('a page that comes again and again is noticed, short and different ones are not', () => {
  const notice = sameAnswer('Vendor', 3);
  const page = (text: string) => ({ status: 200, headers: {}, text });
  const long = 'x'.repeat(400);
  for (let n = 0; n < 20; n += 1) notice('/a', page('{"data":[]}'));
  for (let n = 0; n < 20; n += 1) notice('/a', page(long + n));
  for (let n = 0; n < 20; n += 1) notice(`/a/${n}`, page(long));
  notice('/b', page(long));
  notice('/b', page(long));
  expect(() => notice('/b', page(long))).toThrow('Vendor answers /b with the same page again and again (3 times in a row)');
});

test('BATON_HTTP sets bounds, and names what it does not know', () => {
  expect(httpLimitsOf({ BATON_HTTP: '{"attempts":2}' })).toMatchObject({ attempts: 2, bytes: 32_000_000 });
  expect(httpLimitsOf({})).toMatchObject({ attempts: 6 });
  expect(() => httpLimitsOf({ BATON_HTTP: '{"tries":2}' })).toThrow('BATON_HTTP');
  expect(() => httpLimitsOf({ BATON_HTTP: '{"attempts":0}' })).toThrow('BATON_HTTP: attempts');
  expect(() => httpLimitsOf({ BATON_HTTP: 'fast' })).toThrow('is a JSON object');
});

test('a breaker opens at the last fault in a row, lets one question try, and says since when', () => {
  const clock = { at: noon, now: () => clock.at, sleep: async () => {} };
  const of = (identity: string) =>
    breaker({
      name: 'Vendor',
      origin: 'https://vendor',
      identity: { authorization: identity },
      breakAfter: 3,
      coolMilliseconds: 1_000,
      clock,
    });
  const fault = new SourceError('vendor', 'Vendor answered 500 to /x.', { status: 500 });
  of('a').failed(fault);
  of('a').failed(fault);
  of('a').worked();
  for (let n = 0; n < 3; n += 1) {
    of('a').admit();
    of('a').failed(fault);
  }
  expect(() => of('a').admit()).toThrow(
    'Vendor has failed 3 times in a row since 2026-03-01 12:00:00 UTC and is left alone. It is asked again after 2026-03-01 12:00:01 UTC. Last: Vendor answered 500 to /x.',
  );
  of('b').admit();
  clock.at += 1_000;
  of('a').admit();
  expect(() => of('a').admit()).toThrow('left alone');
  of('a').failed(fault);
  expect(() => of('a').admit()).toThrow('failed 4 times');
  clock.at += 1_000;
  of('a').admit();
  of('a').worked();
  of('a').admit();
  of('a').admit();
});
