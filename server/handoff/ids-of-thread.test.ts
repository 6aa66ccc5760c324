import { expect, test } from 'vitest';
import type { Columns } from './column.js';
import { idsHere } from './ids-of-thread.js';
import { packId, sourcesMet, unpackId } from './packed-id.js';

const IDS = ['north:12', 'south:7', 'north:A-9', 'of no source', 'south:0034'];

function ragged(ids: readonly string[]) {
  const packed = ids.map(packId);
  const offsets = Int32Array.from([0, ...packed.map((_, i) => packed.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0))]);
  return { offsets, values: Uint8Array.from(Buffer.concat(packed)) };
}

const read = ({ offsets, values }: Columns['id']) =>
  Array.from({ length: offsets.length - 1 }, (_, row) => unpackId(values.subarray(offsets[row], offsets[row + 1])));

test('ids of a thread that numbers sources alike are taken as they are', () => {
  const ids = ragged(IDS);
  expect(idsHere(ids, [...sourcesMet()])).toBe(ids);
});

test('ids of a thread that met the sources in another order keep their source', () => {
  const ids = ragged(IDS);
  const swapped: Record<string, string> = { 'north:': 'south:', 'south:': 'north:' };
  const met = sourcesMet().map((source) => swapped[source] ?? source);
  expect(read(idsHere(ids, met))).toEqual(['south:12', 'north:7', 'south:A-9', 'of no source', 'north:0034']);
});

test('a source that this thread has not met is known from then on', () => {
  const met = [...sourcesMet(), 'west:'];
  const values = Uint8Array.of(2 * met.length + 1, 0x23);
  const ids = idsHere({ offsets: Int32Array.of(0, 2), values }, met);
  expect(read(ids)).toEqual(['west:12']);
  expect(sourcesMet()).toContain('west:');
});
