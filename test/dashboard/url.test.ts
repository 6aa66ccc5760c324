import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listSearch, overviewSearch } from '../../dashboard/kpi/overview-search.js';
import { parseSearch, stringifySearch } from '../../dashboard/query-string.js';

test('a key given twice is a list, and is written as it was read', () => {
  const url = '?period=3m&filter=region:EMEA&filter=segment:enterprise';
  expect(parseSearch(url)).toEqual({ period: '3m', filter: ['region:EMEA', 'segment:enterprise'] });
  expect(stringifySearch(parseSearch(url))).toBe(url);
});

test('what is not understood is left out and named, the rest holds', () => {
  expect(overviewSearch(parseSearch('?period=forever&kpi=churn-90d&colour=blue'))).toEqual({ kpi: 'churn-90d', ignored: 'period,colour' });
  expect(overviewSearch({ ignored: 'period', view: 'table' })).toEqual({ view: 'table', ignored: 'period' });
});

test('one filter and many are both a list', () => {
  expect(overviewSearch({ filter: 'region:EMEA' })).toEqual({ filter: ['region:EMEA'] });
  expect(listSearch({ group: '', by: 'csm' })).toEqual({ group: '', by: 'csm' });
});

test('any query string reads without a throw, and what was read reads the same again', () => {
  const pair = fc.tuple(
    fc.constantFrom('period', 'from', 'to', 'asOf', 'filter', 'kpi', 'point', 'ignored', '__proto__', 'x'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const search = `?${new URLSearchParams(pairs).toString()}`;
      for (const read of [overviewSearch, listSearch]) {
        const once = read(parseSearch(search));
        expect(read(parseSearch(stringifySearch(once)))).toEqual(once);
      }
    }),
  );
});
