import { factsOf } from '../mapping/facts-of.js';
import { Row } from '../mapping/row.js';
import type { Page, Position, ReadRecord, Stream } from '../source.js';
import { type CsvRecord, isCsvRecord } from './csv-record.js';
import type { OpenFile } from './open-file.js';

/** Rows of a page: what a crash costs at most. */
const PAGE_ROWS = 1000;

/**
 * Every row of one file that is about one kind of thing. An unchanged file is not read again, unless it must name all that
 * stands; a changed one is read whole.
 */
export class FileStream implements Stream {
  readonly whole: boolean;
  /** Row numbers are for the eye of the person who gets a reason; they are no part of a record, which stays the same when a row above it goes. */
  private readonly numbers = new WeakMap<object, number>();

  constructor(
    readonly name: string,
    private readonly file: OpenFile,
    private readonly exportedAt: Date | null,
  ) {
    this.whole = file.mapped.whole ?? false;
  }

  async *pages(from: Position | null, signal: AbortSignal): AsyncGenerator<Page> {
    const version = await this.file.version();
    const known = from?.version === version && !this.whole;
    if (known && from?.end) return;
    const after = known ? Number(from?.row) : 0;
    let page: CsvRecord[] = [];
    let row = after;
    for await (const { number, record } of this.file.records(signal)) {
      if (number <= after) continue;
      this.numbers.set(record, number);
      page.push(record);
      row = number;
      if (page.length === PAGE_ROWS) {
        yield { records: page, position: { version, row, end: 0 } };
        page = [];
      }
    }
    yield { records: page, position: { version, row, end: 1 } };
  }

  async knownUntil(): Promise<Date> {
    return this.exportedAt ?? this.file.writtenAt();
  }

  idOf(payload: unknown): string | null {
    return isCsvRecord(payload) ? payload.key : null;
  }

  read(payload: unknown): ReadRecord {
    if (!isCsvRecord(payload)) throw new Error(`${this.name}: a record that no CSV file gave`);
    try {
      if (payload.fault) throw new Error(payload.fault);
      const rows = factsOf(new Row(payload.cells, this.file.reading), this.file.mapped, this.factKey(payload.key));
      return { externalId: payload.key, changedAt: null, deletedAt: null, url: null, rows };
    } catch (cause) {
      const row = this.numbers.get(payload);
      throw new Error(`${this.name}${row === undefined ? '' : ` row ${row}`}: ${(cause as Error).message}`, { cause });
    }
  }

  /** Files of one source share the ids of a table. */
  private factKey(key: string): string {
    return `${this.name.slice('csv.'.length)}:${key}`;
  }
}
