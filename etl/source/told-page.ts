import type { Gone, OnlyThese, Page, Position } from './source.js';

/** What one message of a tap means to the sync. */
export type Told =
  | { what: 'record'; id: string; record: unknown }
  | { what: 'gone'; gone: Gone }
  | { what: 'only'; only: OnlyThese }
  | { what: 'state'; position: Position };

/**
 * Pages of what a tap tells. A state is the position of the page that ends with the last record before it, and of no
 * earlier one. When the telling breaks off, what a state has closed still comes before the error.
 */
export async function* toldPages(telling: AsyncIterable<Told>, pageRows: number): AsyncGenerator<Page> {
  const batches = new Batches();
  try {
    for await (const told of telling) {
      batches.take(told);
      if (told.what === 'only') {
        yield* batches.closed();
        yield { ...batches.open(), only: told.only };
      }
      if (batches.size >= pageRows) yield* batches.stateful ? batches.closed() : [batches.open()];
    }
  } catch (cause) {
    yield* batches.closed();
    throw cause;
  }
  yield* batches.closed();
  if (batches.size > 0) yield batches.open();
}

/** Records before the last state, and those after it. */
class Batches {
  private before = new Batch();
  private after = new Batch();
  private position: Position | null = null;

  get size(): number {
    return this.before.size + this.after.size;
  }

  /** Whether a state has closed a batch. */
  get stateful(): boolean {
    return this.position !== null;
  }

  take(told: Told): void {
    this.after.take(told);
    if (told.what !== 'state') return;
    this.before.append(this.after);
    this.after = new Batch();
    this.position = told.position;
  }

  /** The page up to the last state; none when there was no state. */
  closed(): Page[] {
    if (this.position === null) return [];
    const page = this.before.page(this.position);
    this.before = new Batch();
    this.position = null;
    return [page];
  }

  /** The page of what no state has closed. */
  open(): Page {
    const page = this.after.page(null);
    this.after = new Batch();
    return page;
  }
}

/** Records of a page, each id once: the last that is said of it counts. */
class Batch {
  private readonly records = new Map<string, unknown>();
  private readonly gone = new Map<string, Gone>();

  get size(): number {
    return this.records.size + this.gone.size;
  }

  take(told: Told): void {
    if (told.what === 'record') {
      this.gone.delete(told.id);
      this.records.set(told.id, told.record);
    }
    if (told.what === 'gone') {
      this.records.delete(told.gone.externalId);
      this.gone.set(told.gone.externalId, told.gone);
    }
  }

  /** Takes what was said after it. */
  append(later: Batch): void {
    for (const [id, record] of later.records) this.take({ what: 'record', id, record });
    for (const gone of later.gone.values()) this.take({ what: 'gone', gone });
  }

  page(position: Position | null): Page {
    return { records: [...this.records.values()], gone: [...this.gone.values()], position };
  }
}
