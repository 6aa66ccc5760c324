/** A matrix of `size` rows, one after the other. */
export interface Square {
  size: number;
  values: Float64Array;
}

/** Lower triangle L with L L' = A, from the lower triangle of A. Throws when A is not positive definite. */
export function cholesky({ size, values }: Square): Square {
  const lower = new Float64Array(size * size);
  const rowOf = (i: number) => lower.subarray(i * size, i * size + i);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = (values[i * size + j] ?? 0) - product(rowOf(i), rowOf(j), j);
      if (i === j && !(rest > 0)) throw new RangeError(`row ${i} of the matrix depends on the rows before it`);
      lower[i * size + j] = i === j ? Math.sqrt(rest) : rest / (lower[j * size + j] ?? 1);
    }
  }
  return { size, values: lower };
}

/** The x of A x = b, from A's triangle. */
export function solve({ size, values: lower }: Square, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i++) {
    const before = product(lower.subarray(i * size), x, i);
    x[i] = ((x[i] ?? 0) - before) / (lower[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    let after = 0;
    for (let k = i + 1; k < size; k++) after += (lower[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = ((x[i] ?? 0) - after) / (lower[i * size + i] ?? 1);
  }
  return x;
}

/** The lower triangle of A + weight x x', in place. Most inputs of a row are 0 and are passed over. */
export function addOuter({ size, values }: Square, x: ArrayLike<number>, weight: number): void {
  const present: number[] = [];
  for (let i = 0; i < size; i++) {
    const value = x[i] ?? 0;
    if (value === 0) continue;
    present.push(i);
    const at = i * size;
    for (const j of present) values[at + j] = (values[at + j] ?? 0) + weight * value * (x[j] ?? 0);
  }
}

/** The same matrix with its upper triangle as its lower. */
export function mirrored({ size, values }: Square): Square {
  return {
    size,
    values: values.map((value, at) =>
      at % size > Math.floor(at / size) ? (values[(at % size) * size + Math.floor(at / size)] ?? 0) : value,
    ),
  };
}

/** x' A x. */
export function quadratic({ size, values }: Square, x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    let row = 0;
    for (let j = 0; j < size; j++) row += (values[i * size + j] ?? 0) * (x[j] ?? 0);
    sum += row * (x[i] ?? 0);
  }
  return sum;
}

function product(a: ArrayLike<number>, b: ArrayLike<number>, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
