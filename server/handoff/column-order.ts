import { type Columns, codesFor, type Dictionary, eachOf, MOMENT_LISTS, MOMENTS, type Ragged } from './column.js';
import { unpackId } from './packed-id.js';

type Numbers = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** Handoffs in the order of winning, and by id where they were won in one second. */
export function compareWon({ moment, id }: Columns, a: number, b: number): number {
  return (moment.won_at[a] ?? 0) - (moment.won_at[b] ?? 0) || Buffer.compare(Buffer.from(idOf(id, a)), Buffer.from(idOf(id, b)));
}

export const idOf = ({ offsets, values }: Columns['id'], row: number): string => unpackId(values.subarray(offsets[row], offsets[row + 1]));

/** All rows of `columns` from the first won to the last. */
export function wonOrder(columns: Columns): Uint32Array {
  return Uint32Array.from({ length: columns.count }, (_, row) => row).sort((a, b) => compareWon(columns, a, b));
}

/** Two lists of rows, each in order of winning, as one. */
export function mergeWon(columns: Columns, one: Uint32Array, two: Uint32Array): Uint32Array {
  const merged = new Uint32Array(one.length + two.length);
  let [i, j] = [0, 0];
  for (let k = 0; k < merged.length; k++) {
    const [a, b] = [one[i], two[j]];
    const first = b === undefined || (a !== undefined && compareWon(columns, a, b) <= 0);
    merged[k] = (first ? a : b) ?? 0;
    if (first) i++;
    else j++;
  }
  return merged;
}

/** The rows `order` names, in that order. */
export function arranged(columns: Columns, order: Uint32Array): Columns {
  const { moment, list, repeatTier, satisfied, scoreTenths, arr, id, dimension } = columns;
  return {
    count: order.length,
    moment: eachOf(MOMENTS, (name) => pick(moment[name], new Int32Array(order.length), order)),
    list: eachOf(MOMENT_LISTS, (name) => pickRagged(list[name], (length) => new Int32Array(length), order)),
    repeatTier: pickRagged({ offsets: list.repeat_at.offsets, values: repeatTier }, (length) => new Uint8Array(length), order).values,
    satisfied: pick(satisfied, new Int8Array(order.length), order),
    scoreTenths: pick(scoreTenths, new Uint8Array(order.length), order),
    arr: pick(arr, new Float64Array(order.length), order),
    id: pickRagged(id, (length) => new Uint8Array(length), order),
    dimension: new Map(
      [...dimension].map(([name, { values, codes }]) => [
        name,
        { values, codes: pick(codes, codesFor(values.length, order.length), order) },
      ]),
    ),
  };
}

function pick<Values extends Numbers>(from: Numbers, into: Values, order: Uint32Array): Values {
  for (let i = 0; i < order.length; i++) into[i] = from[order[i] ?? 0] ?? 0;
  return into;
}

function pickRagged<Values extends Int32Array | Uint8Array>(
  { offsets, values }: Ragged<Values>,
  make: (length: number) => Values,
  order: Uint32Array,
): Ragged<Values> {
  const placed = new Int32Array(order.length + 1);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    placed[i + 1] = (placed[i] ?? 0) + (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
  }
  const picked = make(placed[order.length] ?? 0);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    const end = offsets[row + 1] ?? 0;
    let into = placed[i] ?? 0;
    // Lists are short: a view of each would take longer than copying it.
    for (let from = offsets[row] ?? 0; from < end; from++) {
      picked[into] = values[from] ?? 0;
      into++;
    }
  }
  return { offsets: placed, values: picked };
}

/** The rows of `one` and behind them those of `two`, whose dictionaries begin as those of `one`. */
export function joined(one: Columns, two: Columns): Columns {
  const count = one.count + two.count;
  return {
    count,
    moment: eachOf(MOMENTS, (name) => append(new Int32Array(count), one.moment[name], two.moment[name])),
    list: eachOf(MOMENT_LISTS, (name) => appendRagged(one.list[name], two.list[name], (length) => new Int32Array(length))),
    repeatTier: append(new Uint8Array(one.repeatTier.length + two.repeatTier.length), one.repeatTier, two.repeatTier),
    satisfied: append(new Int8Array(count), one.satisfied, two.satisfied),
    scoreTenths: append(new Uint8Array(count), one.scoreTenths, two.scoreTenths),
    arr: append(new Float64Array(count), one.arr, two.arr),
    id: appendRagged(one.id, two.id, (length) => new Uint8Array(length)),
    dimension: new Map([...two.dimension].map(([name, dictionary]) => [name, appendCodes(one, name, dictionary)])),
  };
}

function append<Values extends Numbers>(into: Values, one: Numbers, two: Numbers): Values {
  into.set(one);
  into.set(two, one.length);
  return into;
}

function appendRagged<Values extends Int32Array | Uint8Array>(
  one: Ragged<Values>,
  two: Ragged<Values>,
  make: (length: number) => Values,
): Ragged<Values> {
  const shifted = two.offsets.subarray(1).map((offset) => offset + one.values.length);
  return {
    offsets: append(new Int32Array(one.offsets.length + shifted.length), one.offsets, shifted),
    values: append(make(one.values.length + two.values.length), one.values, two.values),
  };
}

function appendCodes(one: Columns, name: string, { values, codes }: Dictionary): Dictionary {
  const before = one.dimension.get(name)?.codes ?? new Uint8Array(one.count);
  return { values, codes: append(codesFor(values.length, one.count + codes.length), before, codes) };
}
