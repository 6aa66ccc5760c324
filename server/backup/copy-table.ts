import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BrokenBackup, type TableEnd } from './head.js';
import type { BackupPart } from './read-backup.js';

export interface Copied extends TableEnd {
  bytes: number;
}

/** Copies the rows of the next table in; null when the backup has come to its end. Throws when not all of them arrived. */
export async function copyNext(
  client: Client,
  parts: AsyncIterator<BackupPart>,
  columns: ReadonlyMap<string, string>,
): Promise<Copied | null> {
  const { value, done } = await parts.next();
  if (done) return null;
  if (value.kind !== 'table') throw new BrokenBackup('It is damaged: rows come before their table.');
  const listed = columns.get(value.name);
  if (listed === undefined) throw new BrokenBackup(`The backup has rows of ${value.name}, which its head does not name.`);
  const table = new TableRows(parts);
  const into = client.query(copyFrom(`copy ${value.name} (${listed}) from stdin`));
  // Postgres says once more that the copy was given up; why is known by then.
  into.on('error', () => {});
  await pipeline(Readable.from(table.rows(), { objectMode: false }), into).catch((cause: { code?: string; message: string }) => {
    if (!cause.code?.startsWith('22')) throw cause;
    throw new BrokenBackup(`The rows of ${value.name} are damaged: ${cause.message}.`, { cause });
  });
  const end = table.ended();
  if (into.rowCount !== end.rows) throw new BrokenBackup(`Of ${end.name} came ${into.rowCount} rows, not ${end.rows}.`);
  return { ...end, bytes: table.bytes };
}

class TableRows {
  bytes = 0;
  private end: TableEnd | null = null;

  constructor(private readonly parts: AsyncIterator<BackupPart>) {}

  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const { value, done } = await this.parts.next();
      if (done || value.kind === 'table' || value.kind === 'head') throw new BrokenBackup('It is damaged: a table has no end.');
      if (value.kind === 'end') {
        this.end = value.end;
        return;
      }
      this.bytes += value.bytes.length;
      yield value.bytes;
    }
  }

  /** Known when all rows were taken. */
  ended(): TableEnd {
    if (!this.end) throw new BrokenBackup('It is damaged: a table has no end.');
    return this.end;
  }
}
