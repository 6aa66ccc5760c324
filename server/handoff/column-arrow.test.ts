import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { NEVER } from './column.js';
import { arrowTable } from './column-arrow.js';
import { ColumnBuilder } from './column-builder.js';

function threeHandoffs() {
  const builder = new ColumnBuilder();
  for (const [i, region] of ['EMEA', null, 'Zürich'].entries()) {
    for (const values of Object.values(builder.moment)) values.push(i === 1 ? NEVER : i * 10);
    for (let k = 0; k < i; k++) builder.listed('repeat_at', k);
    builder.satisfied.push(i - 1);
    builder.scoreTenths.push(i * 10);
    builder.arr.push(i === 0 ? -1 : i * 1.5);
    builder.dimension('region', region);
    builder.end(Buffer.from(`deal:${i}`));
  }
  return builder.columns();
}

describe('the Arrow table of the columns', () => {
  test('says what they say after it has gone over a wire, absent as null', () => {
    const table = tableFromIPC(tableToIPC(arrowTable(threeHandoffs()), 'stream'));
    const rows = table.toArray().map((row) => row.toJSON());
    expect(rows.map((row) => [row.id, row.first_value_at, row.survey_satisfied, row.survey_score_tenths, row.arr, row.region])).toEqual([
      ['deal:0', 0, null, null, null, 'EMEA'],
      ['deal:1', null, 0, 10, 1.5, null],
      ['deal:2', 20, 1, 20, 3, 'Zürich'],
    ]);
    expect(rows.map((row) => [...row.repeat_at])).toEqual([[], [0], [0, 1]]);
    expect(table.schema.fields.find(({ name }) => name === 'won_at')?.metadata.get('unit')).toContain('2000-01-01');
  });

  test('lies over the same memory', () => {
    const columns = threeHandoffs();
    expect(arrowTable(columns).getChild('won_at')?.data[0]?.values.buffer).toBe(columns.moment.won_at.buffer);
  });

  test('of nothing is an empty table', () => expect(arrowTable(new ColumnBuilder().columns()).numRows).toBe(0));
});
