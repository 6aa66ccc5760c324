import { expect, test } from 'vitest';
import { IdSet } from './id-set.js';

test('100,000 ids are all remembered and 100,000 others are not', () => {
  const set = new IdSet();
  for (let n = 0; n < 100_000; n++) set.add(`deals:${n}`);
  let [known, unknown] = [0, 0];
  for (let n = 0; n < 100_000; n++) {
    if (set.has(`deals:${n}`)) known += 1;
    if (set.has(`deals:${n + 100_000}`)) unknown += 1;
  }
  expect([known, unknown]).toEqual([100_000, 0]);
});
