/** Rows of inputs, most of which are 0 and left out. */
export interface Rows {
  /** Inputs of a row. */
  width: number;
  /** Row i has the inputs from offsets[i] to offsets[i + 1]. */
  offsets: Int32Array;
  columns: Uint8Array;
  values: Float64Array;
}

export function rowsOf(dense: readonly ArrayLike<number>[], width: number): Rows {
  const [columns, values]: [number[], number[]] = [[], []];
  const offsets = new Int32Array(dense.length + 1);
  for (const [i, row] of dense.entries()) {
    for (let j = 0; j < width; j++) {
      const value = row[j] ?? 0;
      if (value === 0) continue;
      columns.push(j);
      values.push(value);
    }
    offsets[i + 1] = columns.length;
  }
  return { width, offsets, columns: Uint8Array.from(columns), values: Float64Array.from(values) };
}

/** Some of the rows, in the order given. */
export function pickRows({ width, offsets, columns, values }: Rows, index: readonly number[]): Rows {
  const lengthOf = (row: number) => (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
  const picked = new Int32Array(index.length + 1);
  for (const [i, row] of index.entries()) picked[i + 1] = (picked[i] ?? 0) + lengthOf(row);
  const length = picked[index.length] ?? 0;
  const [pickedColumns, pickedValues] = [new Uint8Array(length), new Float64Array(length)];
  for (const [i, row] of index.entries()) {
    pickedColumns.set(columns.subarray(offsets[row], offsets[row + 1]), picked[i]);
    pickedValues.set(values.subarray(offsets[row], offsets[row + 1]), picked[i]);
  }
  return { width, offsets: picked, columns: pickedColumns, values: pickedValues };
}

/** The weighted sum of a row's inputs. */
export function weightedSum({ offsets, columns, values }: Rows, row: number, weights: Float64Array): number {
  const end = offsets[row + 1] ?? 0;
  let sum = 0;
  for (let k = offsets[row] ?? 0; k < end; k++) sum += (values[k] ?? 0) * (weights[columns[k] ?? 0] ?? 0);
  return sum;
}

/** sum + factor x row, in place. */
export function addRow(sum: Float64Array, { offsets, columns, values }: Rows, { row, factor }: { row: number; factor: number }): void {
  const end = offsets[row + 1] ?? 0;
  for (let k = offsets[row] ?? 0; k < end; k++) {
    const j = columns[k] ?? 0;
    sum[j] = (sum[j] ?? 0) + factor * (values[k] ?? 0);
  }
}

/** The lower triangle of square + factor x row row', in place. */
export function addProducts(
  square: Float64Array,
  { width, offsets, columns, values }: Rows,
  { row, factor }: { row: number; factor: number },
): void {
  const [start, end] = [offsets[row] ?? 0, offsets[row + 1] ?? 0];
  for (let k = start; k < end; k++) {
    const at = (columns[k] ?? 0) * width;
    const scaled = factor * (values[k] ?? 0);
    for (let l = start; l <= k; l++) {
      const cell = at + (columns[l] ?? 0);
      square[cell] = (square[cell] ?? 0) + scaled * (values[l] ?? 0);
    }
  }
}
