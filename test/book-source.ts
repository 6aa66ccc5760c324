import type { DataSource } from 'typeorm';
import type { Gone, Page, Stream } from '../etl/source/source.js';
import { takeLease } from '../etl/sync/lease.js';
import { readStream } from '../etl/sync/read-stream.js';
import { newStreamRun, saveStreamRun } from '../etl/sync/stream-run.js';
import { type StreamRun, Task } from '../etl/warehouse/index.js';

export interface Entry {
  id: string;
  name: string;
  /** Milliseconds since 1970; null for a source without times of change. */
  changedAt: number | null;
}

/** An outside system of one stream, held in memory: each pass sends `sends`, then names `gone`. */
export class Book {
  sends: unknown[] = [];
  gone: Gone[] = [];
  asked = 0;

  /** The stream of it; `more` is what a test adds or changes. */
  stream(more: Partial<Stream> = {}): Stream {
    return {
      name: 'book.entries',
      pages: () => this.pages(),
      idOf: (payload) => (payload as Partial<Entry>).id ?? null,
      read(payload) {
        const { id, name, changedAt } = payload as Entry;
        if (typeof name !== 'string') throw new Error('name: expected text');
        const row = { externalId: `task:${id}`, subject: name };
        return {
          externalId: id,
          changedAt: changedAt === null ? null : new Date(changedAt),
          deletedAt: null,
          url: null,
          rows: [{ table: Task, rows: [row] }],
        };
      },
      ...more,
    };
  }

  private async *pages(): AsyncIterable<Page> {
    this.asked += 1;
    yield { records: this.sends, position: { asked: this.asked }, gone: this.gone };
  }
}

export const entry = (id: string, changedAt: number | null = 0, name = `Entry ${id}`): Entry => ({ id, name, changedAt });
export const entries = (count: number): Entry[] => Array.from({ length: count }, (_, n) => entry(`e${n}`));

/** Reads a stream once, as a run of source 'book' at the given moment. Throws what the stream throws. */
export async function readOnce(db: DataSource, workspaceId: string, { stream, at }: { stream: Stream; at: Date }): Promise<StreamRun> {
  const lease = await takeLease(db, { workspaceId, sourceId: 'book', trigger: 'hand', at });
  const run = newStreamRun({ workspaceId, runId: lease.runId, stream: stream.name, at });
  await saveStreamRun(db.manager, run);
  try {
    const reading = { workspaceId, sourceId: 'book', runId: lease.runId, now: () => at, signal: lease.over, onPage: async () => {} };
    await readStream(db, stream, run, reading);
    return run;
  } finally {
    await lease.end({ at, outcome: 'succeeded', errorKind: null, error: null });
  }
}

/** External ids that stand, of the stored records and of the rows read from them. */
export async function standing(db: DataSource, workspaceId: string): Promise<{ records: string[]; rows: string[] }> {
  const ids = async (table: 'record' | 'task', id: string) =>
    (
      await db.query<{ id: string }[]>(`select ${id} as id from ${table} where workspace_id = $1 and deleted_at is null order by 1`, [
        workspaceId,
      ])
    ).map((row) => row.id);
  return { records: await ids('record', 'external_id'), rows: await ids('task', 'record_id') };
}
