/** One bit a row; row 0 is the lowest bit of the first word. */
export type Bitmap = Uint32Array;

export const bitmapFor = (rows: number): Bitmap => new Uint32Array((rows + 31) >>> 5);

export function setBit(bitmap: Bitmap, row: number): void {
  bitmap[row >>> 5] = (bitmap[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function or(into: Bitmap, other: Bitmap): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) | (other[i] ?? 0);
}

export function and(into: Bitmap, other: Bitmap): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & (other[i] ?? 0);
}

/** The rows before `end` whose bits are set, in order. */
export function rowsIn(bitmap: Bitmap, end: number): Uint32Array {
  const words = (end + 31) >>> 5;
  const rows = new Uint32Array(bitsIn(bitmap, words));
  let count = 0;
  for (let word = 0; word < words; word++) {
    for (let bits = bitmap[word] ?? 0; bits !== 0; bits &= bits - 1) {
      rows[count] = (word << 5) + 31 - Math.clz32(bits & -bits);
      count++;
    }
  }
  while (count > 0 && (rows[count - 1] ?? 0) >= end) count--;
  return rows.subarray(0, count);
}

function bitsIn(bitmap: Bitmap, words: number): number {
  let bits = 0;
  for (let word = 0; word < words; word++) bits += bitsOf(bitmap[word] ?? 0);
  return bits;
}

/** Henry S. Warren, Hacker's Delight, section 5-1. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
