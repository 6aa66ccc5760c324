import { expect, test } from 'vitest';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import type { Counts, Estimate } from './kpi.js';
import type { Measure } from './kpi.schema.js';
import { kpisOn } from './kpis.js';
import { measure, measureCurve, measureDetail, measureDifference, measured, measureQuotient } from './measure.js';

const sure: Estimate = { value: 0.4, low: 0.3, high: 0.5, why: null };

test.each([
  [0, null, false, 'no handoffs to measure'],
  [4, null, false, '4 of the 5 handoffs a number needs; see the list'],
  [5, 0.4, true, null],
  [29, 0.4, true, null],
  [30, 0.4, false, null],
])('of %d handoffs the value is %s and wide is %s', (n, value, wide, why) => {
  expect(measured(sure, { n, mature: n })).toMatchObject({ n, value, wide, why });
});

test('an estimate is no measure, and a literal is none either', () => {
  // @ts-expect-error an estimate says nothing of what it rests on
  const bare: Measure = sure;
  // @ts-expect-error only measured() makes one
  const forged: Measure = { ...sure, n: 50, mature: 50, wide: false };
  expect([bare, forged]).toHaveLength(2);
});

/** Four handoffs in the first bin that counts. */
function four(bins: number, member: (bin: number) => boolean): Counts {
  const all = new Int32Array(bins);
  all[Array.from(all.keys()).find(member) ?? 0] = 4;
  return { all, mature: all };
}

test.each(kpisOn(BUILT_IN_TERMS).map((kpi) => [kpi.id, kpi] as const))(
  '%s says no number of four handoffs: neither value, detail, quotient nor curve',
  (_, kpi) => {
    const counts = four(kpi.observe.bins, (bin) => kpi.read(bin).member);
    const quotients = kpi.change.quotients(counts);
    const measures = [measure(kpi, counts), ...(quotients ? [measureQuotient(kpi, quotients, counts)] : [])];
    for (const one of measures) expect(one).toMatchObject({ value: null, low: null, high: null });
    expect(measureCurve(kpi, counts) ?? []).toEqual([]);
    for (const detail of kpi.details) {
      const observe = detail.observe ?? kpi.observe;
      const few = { ...four(observe.bins, detail.member ?? (() => true)), weights: null };
      expect(measureDetail(kpi, detail, few).value, detail.id).toBeNull();
    }
  },
);

test('a difference leaves only beside two numbers', () => {
  const [one, few] = [measured(sure, { n: 50, mature: 50 }), measured(sure, { n: 3, mature: 3 })];
  const difference = { difference: 0.1, low: 0, high: 0.2, p: 0.04 };
  expect(measureDifference(one, one, difference)).toBe(difference);
  expect(measureDifference(one, few, difference)).toBeNull();
  expect(measureDifference(few, one, difference)).toBeNull();
});
