import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Gone, ReadRecord } from '../source.js';
import { namedColumns } from './mapped-columns.js';
import { isMappedRecord, keyOf, type MappedRecord, readMapped } from './mapped-record.js';
import { mappedTables } from './mapped-table.js';
import { flag } from './mapping-column.js';
import { missingColumn } from './missing-column.js';
import { Row } from './row.js';
import { currency, timeZone } from './terms.js';

const mappedStream = mappedTables({
  stream: z.string().min(1).describe('Name of the stream, as the tap says it'),
  key: z.array(z.string().min(1)).min(1).optional().describe('Columns that tell one record from another, where the tap does not say them'),
  deleted: flag.optional().describe('Column that is true, or holds a time, in records that are deleted'),
});

export type MappedStream = z.infer<typeof mappedStream>;

/** What the streams of a tap say. A stream may be mapped more than once: as deals and, by another key, as the accounts they name. */
export const streamsMapping = z
  .strictObject({ timeZone: timeZone.default('UTC'), currency, streams: z.array(mappedStream).min(1) })
  .superRefine(({ streams }, context) => {
    for (const [index, stream] of streams.entries()) {
      const missing = missingColumn(stream, streams);
      if (missing) context.addIssue({ code: 'custom', path: ['streams', index, 'columns'], message: missing });
    }
  });

export type StreamsMapping = z.infer<typeof streamsMapping>;

/** A record of a tap, and which of the mapped streams it is read by. */
interface StreamRecord extends MappedRecord {
  of: string;
}

/** What becomes of one message: a record to keep, one that is gone, or null where the mapping leaves it out. */
export interface Placed {
  id: string;
  record: StreamRecord | null;
  gone: Gone | null;
}

/** The mapped streams of a tap, by name. */
export class MappedStreams {
  /** 'deals', and 'deals as accounts' for what is mapped a second time. */
  private readonly byName = new Map<string, MappedStream>();

  constructor(private readonly mapping: StreamsMapping) {
    for (const stream of mapping.streams) this.byName.set(this.freeName(stream), stream);
  }

  has(stream: string): boolean {
    return this.mapping.streams.some((mapped) => mapped.stream === stream);
  }

  /** Beginnings of the ids of a stream's records. */
  prefixes(stream: string): string[] {
    return [...this.byName].filter(([, mapped]) => mapped.stream === stream).map(([name]) => `${name}:`);
  }

  /** `keys`: the columns that the tap says tell one record from another. */
  place(stream: string, row: Record<string, unknown>, keys: readonly string[]): Placed[] {
    return [...this.byName].filter(([, mapped]) => mapped.stream === stream).map(([of, mapped]) => this.placed(of, mapped, { row, keys }));
  }

  idOf(payload: unknown): string | null {
    return isStreamRecord(payload) ? `${payload.of}:${payload.key}` : null;
  }

  /** Throws with the column that is wrong, and for a record of a stream that is not mapped any more. */
  read(payload: unknown): ReadRecord {
    if (!isStreamRecord(payload)) throw new Error('a record that no tap gave');
    const table = this.byName.get(payload.of);
    if (!table) throw new Error(`the mapping does not name '${payload.of}' any more`);
    if (payload.key === '') throw new Error('the columns of its key are empty, and nothing tells it from others');
    const { timeZone, currency } = this.mapping;
    const facts = readMapped(payload, { table, timeZone, currency, prefix: payload.of });
    return { externalId: `${payload.of}:${payload.key}`, changedAt: null, deletedAt: null, ...facts };
  }

  private placed(of: string, mapped: MappedStream, { row, keys }: { row: Record<string, unknown>; keys: readonly string[] }): Placed {
    const columns = mapped.key ?? keys;
    const key = (columns.length === 0 ? digest(row) : keyOf(row, columns)) ?? '';
    const id = `${of}:${key}`;
    const cells = new Row(row, { table: mapped, timeZone: this.mapping.timeZone, currency: this.mapping.currency });
    const deletedAt = deletionOf(cells, mapped);
    const wanted = Object.entries(mapped.where ?? {}).every(([column, values]) => values.includes(cells.text(column) ?? ''));
    if (deletedAt !== undefined || !wanted)
      return { id, record: null, gone: key === '' ? null : { externalId: id, at: deletedAt ?? null } };
    return { id, record: { of, key, row: mapped.key ? only(row, mapped) : row }, gone: null };
  }

  private freeName({ stream, what }: MappedStream): string {
    const tries = [stream, `${stream} as ${what}`, ...this.mapping.streams.map((_, index) => `${stream} as ${what} ${index + 2}`)];
    return tries.find((name) => !this.byName.has(name)) ?? stream;
  }
}

/** Undefined while it stands, null when nobody knows the moment. */
function deletionOf(row: Row, { deleted }: MappedStream): Date | null | undefined {
  if (deleted === undefined) return undefined;
  if (typeof deleted === 'object') return row.flag(deleted) ? null : undefined;
  const cell = row.text(deleted);
  if (cell === null || /^(false|f|no|n|0)$/i.test(cell)) return undefined;
  return /^(true|t|yes|y|1)$/i.test(cell) ? null : row.moment(deleted);
}

/** What is kept under a key of its own must not change with what it does not say. */
function only(row: Record<string, unknown>, mapped: MappedStream): Record<string, unknown> {
  const named = [...namedColumns(mapped).map(({ column }) => column), ...(mapped.key ?? [])];
  const kept = new Set(named.flatMap((column) => [column, column.split('.')[0] ?? column]));
  return Object.fromEntries(Object.entries(row).filter(([column]) => kept.has(column)));
}

const digest = (row: unknown) => createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 32);

const isStreamRecord = (payload: unknown): payload is StreamRecord =>
  isMappedRecord(payload) && 'of' in payload && typeof payload.of === 'string';
