/** Looks at handoffs: one row for each look, in the order of winning. Everything in a row was known at the look, but what came. */
export interface Design {
  /** Numbers of a row. */
  width: number;
  /** Row after row, in the order of FEATURES. */
  x: Float64Array;
  /** Days since the deal was won. */
  age: Float64Array;
  /** 1 when the customer left by the end of the window. */
  churned: Uint8Array;
  /** Whose row it is. */
  handoff: Int32Array;
  /** Seconds since EPOCH. */
  wonAt: Int32Array;
}

export const rowCount = ({ age }: Design): number => age.length;

export const rowOf = ({ width, x }: Design, row: number): Float64Array => x.subarray(row * width, (row + 1) * width);

/** The rows of handoffs won by a moment: those are the first. */
export function wonBy(design: Design, seconds: number): Design {
  const { width, x, age, churned, handoff, wonAt } = design;
  let [low, high] = [0, wonAt.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((wonAt[middle] ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  const first = <Values extends Float64Array | Uint8Array | Int32Array>(values: Values, count = low) => values.subarray(0, count) as Values;
  return { width, x: first(x, low * width), age: first(age), churned: first(churned), handoff: first(handoff), wonAt: first(wonAt) };
}

/** Takes rows one after the other. */
export class DesignBuilder {
  private readonly x: number[] = [];
  private readonly rows: { age: number; churned: boolean; handoff: number; wonAt: number }[] = [];

  constructor(private readonly width: number) {}

  add(inputs: readonly number[], row: { age: number; churned: boolean; handoff: number; wonAt: number }): void {
    this.x.push(...inputs);
    this.rows.push(row);
  }

  design(): Design {
    const { rows, width } = this;
    return {
      width,
      x: Float64Array.from(this.x),
      age: Float64Array.from(rows, ({ age }) => age),
      churned: Uint8Array.from(rows, ({ churned }) => Number(churned)),
      handoff: Int32Array.from(rows, ({ handoff }) => handoff),
      wonAt: Int32Array.from(rows, ({ wonAt }) => wonAt),
    };
  }
}
