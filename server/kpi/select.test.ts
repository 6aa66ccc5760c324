import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ColumnBuilder } from '../handoff/column-builder.js';
import { Snapshot } from '../handoff/snapshot.js';
import { select, selectVisible } from './select.js';

type Values = Record<'plan' | 'owner' | 'csm', string | null>;

function snapshotOf(rows: readonly Values[]): Snapshot {
  const builder = new ColumnBuilder();
  for (const [row, values] of rows.entries()) {
    for (const moments of Object.values(builder.moment)) moments.push(row);
    builder.satisfied.push(-1);
    builder.scoreTenths.push(0);
    builder.arr.push(-1);
    for (const [name, value] of Object.entries(values)) builder.dimension(name, value);
    builder.end(`deal:${row}`);
  }
  return new Snapshot(builder.columns(), '1');
}

const value = (most: number) => fc.option(fc.nat(most - 1).map(String));

/** Dimensions of few values, which are held as bitmaps, and of many, which are held as lists. */
const rows = fc.array(fc.record({ plan: value(3), owner: value(60), csm: value(5) }), { maxLength: 200 });

const filter = fc.record({
  dimension: fc.constantFrom('plan' as const, 'owner' as const, 'csm' as const),
  values: fc.array(value(60), { maxLength: 3 }),
});

test('the rows selected are those that pass every filter and may be seen', () => {
  fc.assert(
    fc.property(
      rows,
      fc.array(filter, { maxLength: 3 }),
      fc.nat(220),
      fc.option(fc.array(fc.nat(59).map(String), { maxLength: 3 })),
      (table, filters, cut, names) => {
        const end = Math.min(cut, table.length);
        const passes = (one: Values) => filters.every(({ dimension, values }) => values.includes(one[dimension]));
        const seen = ({ owner, csm }: Values) => !names || [owner, csm].some((name) => name !== null && names.includes(name));
        const wanted = table.slice(0, end).flatMap((one, row) => (passes(one) && seen(one) ? [row] : []));
        const visibility = names ? ({ kind: 'people', names } as const) : ({ kind: 'all' } as const);
        const snapshot = snapshotOf(table);
        for (let again = 0; again < 2; again++) expect([...selectVisible(snapshot, { filters, visibility, end })]).toEqual(wanted);
      },
    ),
    { numRuns: 150 },
  );
});

test('a dimension nobody has is without a value for everybody', () => {
  const snapshot = snapshotOf([{ plan: 'gold', owner: null, csm: null }]);
  expect([...select(snapshot, [{ dimension: 'planet', values: [null] }], 1)]).toEqual([0]);
  expect([...select(snapshot, [{ dimension: 'planet', values: ['Mars'] }], 1)]).toEqual([]);
});
