import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_SECONDS, type Dictionary } from '../handoff/column.js';
import { ColumnBuilder } from '../handoff/column-builder.js';
import { Snapshot } from '../handoff/snapshot.js';
import { type Cut, count } from './count.js';
import type { Counts, Observation } from './kpi.js';
import { segmentsOf } from './segment.js';
import { isEvery, type Range, type Selection } from './selection.js';

const WINDOW = 10;

/** Handoffs won one a day. */
function snapshotOf(length: number): Snapshot {
  const builder = new ColumnBuilder();
  for (let row = 0; row < length; row++) {
    for (const values of Object.values(builder.moment)) values.push(row * DAY_SECONDS);
    builder.satisfied.push(-1);
    builder.scoreTenths.push(0);
    builder.arr.push(-1);
    builder.end(`deal:${row}`);
  }
  return new Snapshot(builder.columns(), '1');
}

interface Case {
  selection: Selection;
  observe: Observation;
  seen: readonly number[];
  cut: Cut;
}

const range = (length: number): fc.Arbitrary<Range> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** Any rows, few or many to a bin, any ranges over one another, any dimension. */
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    length: fc.constantFrom(0, 1, 7, 60, 700),
    bins: fc.integer({ min: 1, max: 9 }),
    values: fc.integer({ min: 1, max: 5 }),
    share: fc.constantFrom(1, 0.5, 0.05),
  })
  .chain(({ length, bins, values, share }) => {
    const row = fc.record({ bin: fc.nat(bins - 1), code: fc.nat(values - 1), in: fc.double({ min: 0, max: 1, noNaN: true }) });
    return fc
      .record({ table: fc.array(row, { minLength: length, maxLength: length }), mature: fc.nat(length + WINDOW) })
      .chain(({ table, mature }) => {
        const rows = Uint32Array.from(table.flatMap((one, i) => (one.in < share || share === 1 ? [i] : [])));
        const dictionary: Dictionary = {
          values: Array.from({ length: values }, (_, code) => `v${code}`),
          codes: Uint8Array.from(table, ({ code }) => code),
        };
        const seen = table.map(({ bin }) => bin);
        const selection = { snapshot: snapshotOf(length), rows, until: mature * DAY_SECONDS, read: true };
        const observe: Observation = { bins, see: (_, __, into) => into.set(seen) };
        return fc
          .record({ ranges: fc.array(range(rows.length), { maxLength: 6 }), by: fc.option(range(rows.length)) })
          .map(({ ranges, by }) => ({ selection, observe, seen, cut: { ranges, by: by && { range: by, dictionary } } }));
      });
  });

/** One handoff after the other, one range after the other. */
function slowly({ selection: { rows, until }, observe: { bins }, seen }: Case, { from, to }: Range, has: (row: number) => boolean): Counts {
  const counts = { all: new Int32Array(bins), mature: new Int32Array(bins) };
  for (const row of rows.subarray(from, to)) {
    if (!has(row)) continue;
    const bin = seen[row] ?? 0;
    counts.all[bin] = (counts.all[bin] ?? 0) + 1;
    if ((row + WINDOW) * DAY_SECONDS <= until) counts.mature[bin] = (counts.mature[bin] ?? 0) + 1;
  }
  return counts;
}

describe('counting', () => {
  test('gives what one gets by looking at one handoff after the other', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const { selection, observe, cut } = asked;
        const { ranges, groups } = count(selection, { observe, windowDays: WINDOW }, cut);
        expect(ranges).toEqual(cut.ranges.map((one) => slowly(asked, one, () => true)));
        const { by } = cut;
        const codes = by ? [...selection.rows.subarray(by.range.from, by.range.to)].map((row) => by.dictionary.codes[row]) : [];
        expect(new Set(groups.keys())).toEqual(new Set(codes));
        for (const [code, counts] of groups) {
          expect(counts).toEqual(slowly(asked, by?.range ?? { from: 0, to: 0 }, (row) => by?.dictionary.codes[row] === code));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('never says that a window has passed before all has been read once', () => {
    const selection = {
      snapshot: snapshotOf(40),
      rows: Uint32Array.from({ length: 40 }, (_, i) => i),
      until: 400 * DAY_SECONDS,
      read: false,
    };
    const observe: Observation = { bins: 1, see: () => {} };
    const [counts] = count(selection, { observe, windowDays: WINDOW }, { ranges: [{ from: 0, to: 40 }], by: null }).ranges;
    expect([counts?.all[0], counts?.mature[0]]).toEqual([40, 0]);
  });
});

describe('segments', () => {
  test('of no ranges are none', () => expect(segmentsOf([], 5)).toEqual([]));

  test('cover each position of the ranges once, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(range(30), { maxLength: 6 }), fc.nat(30), (ranges, mature) => {
        const segments = segmentsOf(ranges, mature);
        const covered = segments.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
        const wanted = ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
        expect(covered).toEqual([...new Set(wanted)].sort((a, b) => a - b));
        expect(segments.every((one) => (one.mature ? one.to <= mature : one.from >= mature))).toBe(true);
      }),
    );
  });
});

test.each([
  [[], true],
  [[0], true],
  [[0, 1, 2], true],
  [[1], false],
  [[0, 2], false],
])('rows %j are every row: %s', (rows, every) => expect(isEvery(Uint32Array.from(rows))).toBe(every));
