import * as arrow from 'apache-arrow';

export const TEXT = new arrow.Utf8();
export const NUMBER = new arrow.Float64();
export const FLAG = new arrow.Bool();
export const MOMENT = new arrow.Timestamp(arrow.TimeUnit.MILLISECOND, 'UTC');
export const MOMENT_LIST = new arrow.List(new arrow.Field('at', MOMENT, false));
export const TEXT_LIST = new arrow.List(new arrow.Field('value', TEXT, false));

/** Which of `length` values are there, one bit each. */
function bitmap(length: number, present: (i: number) => boolean): { nullBitmap: Uint8Array; nullCount: number } {
  const nullBitmap = new Uint8Array(Math.ceil(length / 8));
  let nullCount = 0;
  for (let i = 0; i < length; i++) {
    if (present(i)) nullBitmap[i >> 3] = (nullBitmap[i >> 3] ?? 0) | (1 << (i & 7));
    else nullCount++;
  }
  return { nullBitmap, nullCount };
}

export function numbers(values: readonly (number | null)[]): arrow.Data {
  const data = Float64Array.from(values, (value) => value ?? 0);
  return arrow.makeData({ type: NUMBER, length: data.length, data, ...bitmap(data.length, (i) => values[i] !== null) });
}

export function flags(values: readonly (boolean | null)[]): arrow.Data {
  const { nullBitmap: data } = bitmap(values.length, (i) => values[i] === true);
  return arrow.makeData({ type: FLAG, length: values.length, data, ...bitmap(values.length, (i) => values[i] !== null) });
}

/** Milliseconds since 1970. */
export function moments(values: readonly (number | null)[]): arrow.Data {
  const data = BigInt64Array.from(values, (value) => BigInt(value ?? 0));
  return arrow.makeData({ type: MOMENT, length: data.length, data, ...bitmap(data.length, (i) => values[i] !== null) });
}

export function texts(values: readonly (string | null)[]): arrow.Data {
  const bytes = values.map((value) => Buffer.from(value ?? '', 'utf8'));
  return arrow.makeData({
    type: TEXT,
    length: values.length,
    valueOffsets: offsetsOf(bytes.map(({ length }) => length)),
    data: Buffer.concat(bytes),
    ...bitmap(values.length, (i) => values[i] !== null),
  });
}

/** Lists are never null: of nothing, they are empty. */
export function momentLists(values: readonly (readonly number[])[]): arrow.Data {
  return lists(MOMENT_LIST, values, moments(values.flat()));
}

export function textLists(values: readonly (readonly string[])[]): arrow.Data {
  return lists(TEXT_LIST, values, texts(values.flat()));
}

function lists(type: arrow.List, values: readonly (readonly unknown[])[], child: arrow.Data): arrow.Data {
  return arrow.makeData({ type, length: values.length, nullCount: 0, valueOffsets: offsetsOf(values.map(({ length }) => length)), child });
}

function offsetsOf(lengths: readonly number[]): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + length;
  });
  return offsets;
}

/** Texts of which few differ: each is a number into a dictionary, -1 for null. */
export interface Coding {
  type: arrow.Dictionary;
  data(codes: Int32Array): arrow.Data;
}

/**
 * The same dictionary for every batch of a stream, so that it is sent once. Readers other than the one of this library look
 * the numbers of nulls up too: there is always a first value for them to find.
 */
export function coding(values: readonly string[]): Coding {
  const type: arrow.Dictionary = new arrow.Dictionary(TEXT, new arrow.Int32());
  const dictionary = new arrow.Vector([texts(values.length > 0 ? values : [''])]);
  return {
    type,
    data(codes) {
      const data = codes.map((code) => Math.max(0, code));
      return arrow.makeData({ type, length: data.length, data, dictionary, ...bitmap(data.length, (i) => (codes[i] ?? -1) >= 0) });
    },
  };
}
