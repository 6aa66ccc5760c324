import type { Gone, OnlyThese, Page, Position } from './source.js';

/** What one message of a tap means to the sync. */
export type Told =
  | { what: 'record'; id: string; record: unknown }
  | { what: 'gone'; gone: Gone }
  | { what: 'only'; only: OnlyThese }
  | { what: 'state'; position: Position };

/** Records of a page, each id once: the last that is said of it counts. */
class Batch {
  readonly records = new Map<string, unknown>();
  readonly gone = new Map<string, Gone>();

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

/** Pages of what a tap tells. A state is the position of the page that ends with the last record before it, and of no earlier one. */
export async function* toldPages(telling: AsyncIterable<Told>, pageRows: number): AsyncGenerator<Page> {
  let before = new Batch();
  let after = new Batch();
  let position: Position | null = null;
  for await (const told of telling) {
    after.take(told);
    if (told.what === 'state') {
      before.append(after);
      after = new Batch();
      position = told.position;
    }
    if (told.what === 'only') {
      if (position !== null) yield before.page(position);
      else after = merged(before, after);
      yield { ...after.page(null), only: told.only };
      [before, after, position] = [new Batch(), new Batch(), null];
    }
    if (before.size + after.size < pageRows) continue;
    if (position === null) before.append(after);
    yield before.page(position);
    [before, after, position] = [position === null ? new Batch() : after, new Batch(), null];
  }
  if (position !== null) yield before.page(position);
  else after = merged(before, after);
  if (after.size > 0) yield after.page(null);
}

function merged(before: Batch, after: Batch): Batch {
  before.append(after);
  return before;
}
