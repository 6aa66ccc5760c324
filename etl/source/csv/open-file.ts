import { join } from 'node:path';
import type { Reading } from '../mapping/row.js';
import { assertColumns } from './assert-columns.js';
import { type CsvFile, fingerprint, refused, writtenAt } from './csv-bytes.js';
import { type CsvRecord, digest } from './csv-record.js';
import { rowsOf } from './csv-rows.js';
import { type Table, tableOf } from './csv-table.js';
import type { MappedFile } from './mapping-file.js';
import { rowKeys } from './row-key.js';

/** A row on its way to becoming a record, and where it stands. */
export interface NumberedRecord {
  number: number;
  record: CsvRecord;
}

/** One file of a mapping, wherever it is on this machine. */
export class OpenFile {
  readonly mapped: MappedFile;
  /** Changes when the mapping reads the file in another way. */
  private readonly digest: string;
  private readonly file: CsvFile;

  readonly reading: Reading;

  constructor({ file, timeZone, currency }: { file: MappedFile; timeZone: string; currency: string }, directory: string) {
    const { path, ...how } = file;
    this.mapped = file;
    this.reading = { table: file, timeZone, currency };
    this.digest = digest({ file: how, timeZone, currency });
    this.file = { name: path, path: join(directory, path), encoding: how.encoding ?? null };
  }

  /** How the file is cut. Throws a SourceError when it is no CSV or lacks a column that the mapping names. */
  async table(): Promise<Table> {
    const table = await tableOf(this.file, this.mapped.delimiter);
    assertColumns(this.mapped, table);
    return table;
  }

  /** Throws a SourceError when the file cannot be read to its end, before anything of it is written. Rows that are wrong by themselves pass. */
  async test(signal: AbortSignal): Promise<void> {
    for await (const _ of rowsOf(await this.table(), signal));
  }

  /** Of every byte of the file and of the way it is read. */
  async version(): Promise<string> {
    return digest([await fingerprint(this.file), this.digest]);
  }

  writtenAt(): Promise<Date> {
    return writtenAt(this.file);
  }

  /** The rows that the mapping wants, each with its key. Throws a SourceError when the file is written to meanwhile. */
  async *records(signal: AbortSignal): AsyncGenerator<NumberedRecord> {
    const before = await this.writtenAt();
    const keyOf = rowKeys(this.mapped);
    for await (const row of rowsOf(await this.table(), signal)) {
      if (!this.wanted(row.cells)) continue;
      const { key, fault } = keyOf(row);
      const wrong = row.fault ?? fault;
      const record: CsvRecord = { key, cells: row.cells, ...(wrong && { fault: wrong }) };
      yield { number: row.number, record };
    }
    if ((await this.writtenAt()).getTime() !== before.getTime())
      throw refused(`${this.file.name} was written to while it was read. Import it again when it is whole.`);
  }

  private wanted(cells: Record<string, string>): boolean {
    return Object.entries(this.mapped.where ?? {}).every(([column, values]) => values.includes(cells[column]?.trim() ?? ''));
  }
}
