import type { Dictionary } from '../handoff/column.js';
import { type Bitmap, bitmapFor, or, setBit } from './bitmap.js';
import { remembered } from './remembered.js';

/** A dimension of more values keeps the rows of each in a list: a bitmap of each would take more memory than the codes. */
const NARROW = 32;

/** Which rows have any of these values; null is no value. A value nobody has is no row's. */
export function rowsWith(dictionary: Dictionary, wanted: ReadonlySet<string | null>): Bitmap {
  const { codes, values } = dictionary;
  const passing = bitmapFor(codes.length);
  const wide = values.length > NARROW;
  values.forEach((value, code) => {
    if (!wanted.has(value)) return;
    if (wide) listed(passing, listsOf(dictionary), code);
    else or(passing, bitmapsOf(dictionary)(code));
  });
  return passing;
}

function listed(into: Bitmap, { starts, rows }: Lists, code: number): void {
  for (let i = starts[code] ?? 0; i < (starts[code + 1] ?? 0); i++) setBit(into, rows[i] ?? 0);
}

/** The bitmap of a code, made when it is first asked for. */
const bitmapsOf = remembered(({ codes }: Dictionary) => {
  const made: Bitmap[] = [];
  return (code: number): Bitmap => {
    const bitmap = made[code] ?? bitmapOf(codes, code);
    made[code] = bitmap;
    return bitmap;
  };
});

function bitmapOf(codes: Dictionary['codes'], code: number): Bitmap {
  const bitmap = bitmapFor(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) setBit(bitmap, row);
  return bitmap;
}

/** The rows of each code, in order, one code after the other. */
interface Lists {
  starts: Uint32Array;
  rows: Uint32Array;
}

const listsOf = remembered(({ codes, values }: Dictionary): Lists => {
  const starts = new Uint32Array(values.length + 1);
  for (let row = 0; row < codes.length; row++) starts[(codes[row] ?? 0) + 1] = (starts[(codes[row] ?? 0) + 1] ?? 0) + 1;
  for (let code = 0; code < values.length; code++) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const next = starts.slice();
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    const at = next[code] ?? 0;
    rows[at] = row;
    next[code] = at + 1;
  }
  return { starts, rows };
});
