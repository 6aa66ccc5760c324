import { type Columns, codesFor, eachOf, MOMENT_LISTS, MOMENTS, type MomentList } from './column.js';
import { packId } from './packed-id.js';

type Numbers = Int8Array | Uint8Array | Uint32Array | Float64Array;

/** Seconds and positions, as most columns are. By itself, so that the compiler knows what it writes to. */
class GrowingInt32 {
  length = 0;
  private values = new Int32Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length] = value;
    this.length++;
  }

  /** In memory of their own. */
  take(): Int32Array {
    return this.values.slice(0, this.length);
  }

  private grow(): void {
    const wider = new Int32Array(2 * this.values.length);
    wider.set(this.values);
    this.values = wider;
  }
}

/** A typed array that grows. */
class Growing<Values extends Numbers> {
  length = 0;
  private values: Values;

  constructor(private readonly make: (length: number) => Values) {
    this.values = make(1024);
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  /** Whatever lies between the end and `index` is 0. */
  set(index: number, value: number): void {
    this.reserve(index + 1);
    this.values[index] = value;
    this.length = Math.max(this.length, index + 1);
  }

  append(values: Uint8Array): void {
    this.reserve(this.length + values.length);
    this.values.set(values, this.length);
    this.length += values.length;
  }

  /** The first `length` values, in memory of their own. */
  take(length = this.length): Values {
    const taken = this.make(length);
    taken.set(this.values.subarray(0, length));
    return taken;
  }

  private reserve(length: number): void {
    if (length <= this.values.length) return;
    const wider = this.make(Math.max(length, this.values.length * 2));
    wider.set(this.values);
    this.values = wider;
  }
}

const int32 = () => new GrowingInt32();

class GrowingDictionary {
  readonly codes = new Growing((length) => new Uint32Array(length));
  private readonly codeOf = new Map<string, number>();

  constructor(readonly values: (string | null)[]) {
    for (const [code, value] of values.entries()) if (value !== null) this.codeOf.set(value, code);
  }

  set(row: number, value: string): void {
    let code = this.codeOf.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.codeOf.set(value, code);
    }
    this.codes.set(row, code);
  }
}

/** Takes handoffs one after the other and gives them back as columns, in the order they came. */
export class ColumnBuilder {
  readonly moment = eachOf(MOMENTS, int32);
  readonly repeatTier = new Growing((length) => new Uint8Array(length));
  readonly satisfied = new Growing((length) => new Int8Array(length));
  readonly scoreTenths = new Growing((length) => new Uint8Array(length));
  readonly arr = new Growing((length) => new Float64Array(length));
  private count = 0;
  private readonly list = eachOf(MOMENT_LISTS, () => ({ offsets: int32(), values: int32() }));
  private readonly id = { offsets: int32(), values: new Growing((length) => new Uint8Array(length)) };
  private readonly dictionaries = new Map<string, GrowingDictionary>();

  /** Values that `known` columns have already keep their codes. */
  constructor(known?: Columns) {
    for (const [name, { values }] of known?.dimension ?? []) this.dictionaries.set(name, new GrowingDictionary([...values]));
    for (const ragged of [this.id, ...Object.values(this.list)]) ragged.offsets.push(0);
  }

  /** A value of the handoff being added; empty is none. */
  dimension(name: string, value: string | null): void {
    if (value === null || value === '') return;
    let dictionary = this.dictionaries.get(name);
    if (!dictionary) {
      dictionary = new GrowingDictionary([null]);
      this.dictionaries.set(name, dictionary);
    }
    dictionary.set(this.count, value);
  }

  /** One more moment of a list of the handoff being added. */
  listed(name: MomentList, seconds: number): void {
    this.list[name].values.push(seconds);
  }

  /** The handoff being added is complete. */
  end(id: string): void {
    this.id.values.append(packId(id));
    for (const ragged of [this.id, ...Object.values(this.list)]) ragged.offsets.push(ragged.values.length);
    this.count++;
  }

  columns(): Columns {
    const dimension = new Map(
      [...this.dictionaries].map(([name, { values, codes }]) => {
        const narrow = codesFor(values.length, this.count);
        narrow.set(codes.take(Math.min(codes.length, this.count)));
        return [name, { values, codes: narrow }];
      }),
    );
    return {
      count: this.count,
      moment: eachOf(MOMENTS, (name) => this.moment[name].take()),
      list: eachOf(MOMENT_LISTS, (name) => ({ offsets: this.list[name].offsets.take(), values: this.list[name].values.take() })),
      repeatTier: this.repeatTier.take(),
      satisfied: this.satisfied.take(),
      scoreTenths: this.scoreTenths.take(),
      arr: this.arr.take(),
      id: { offsets: this.id.offsets.take(), values: this.id.values.take() },
      dimension,
    };
  }
}
