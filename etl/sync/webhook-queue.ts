import type { DataSource } from 'typeorm';

interface Of {
  workspaceId: string;
  sourceId: string;
}

export interface Received extends Of {
  /** Names the message: the same one sent again has the same. At most 100 characters. */
  receiptId: string;
  /** Ids of what changed, by stream. */
  changed: Map<string, Set<string>>;
  at: Date;
}

/** Queues what a believed message names, in one order, so that messages that name the same do not wait for each other in a circle. False when it had come before. Receipts older than eight days are forgotten. */
export async function queueWebhook(db: DataSource, { workspaceId, sourceId, receiptId, changed, at }: Received): Promise<boolean> {
  const named = [...changed].flatMap(([stream, ids]) => [...ids].map((id) => ({ stream, id })));
  return db.transaction(async (tx) => {
    const received = await tx.query<unknown[]>(
      `insert into webhook_receipt (workspace_id, source_id, id, received_at) values ($1, $2, $3, $4)
      on conflict (workspace_id, source_id, id) do nothing returning 1`,
      [workspaceId, sourceId, receiptId, at],
    );
    if (received.length === 0) return false;
    await tx.query(
      `insert into webhook_change (workspace_id, source_id, stream, external_id, received_at)
      select $1::uuid, $2::text, stream, id, $5::timestamptz from unnest($3::text[], $4::text[]) as named (stream, id)
      order by stream, id
      on conflict (workspace_id, source_id, stream, external_id) do update set received_at = excluded.received_at`,
      [workspaceId, sourceId, named.map(({ stream }) => stream), named.map(({ id }) => id), at],
    );
    return true;
  });
}

/** Forgets messages that no vendor sends again. */
export async function forgetReceipts(db: DataSource, workspaceId: string, now: Date): Promise<void> {
  await db.query(`delete from webhook_receipt where workspace_id = $1 and received_at < $2::timestamptz - interval '192 hours'`, [
    workspaceId,
    now,
  ]);
}

/** Most ids that one run reads; the rest waits for the next. */
const MOST_IDS = 10_000;

export interface QueuedIds {
  /** By stream. */
  ids: Map<string, string[]>;
  /** The latest message among them. */
  until: Date | null;
}

/** What waits to be read, the oldest first. */
export async function queuedIds(db: DataSource, { workspaceId, sourceId }: Of): Promise<QueuedIds> {
  const rows = await db.query<{ stream: string; id: string; at: Date }[]>(
    `select stream, external_id as id, received_at as at from webhook_change where workspace_id = $1 and source_id = $2
    order by received_at, stream, external_id limit $3`,
    [workspaceId, sourceId, MOST_IDS],
  );
  const ids = new Map<string, string[]>();
  for (const { stream, id } of rows) {
    const known = ids.get(stream) ?? [];
    known.push(id);
    ids.set(stream, known);
  }
  return { ids, until: rows.at(-1)?.at ?? null };
}

/** Takes ids off the queue that were read, in the order in which they are put there; one that was said to have changed again in the meantime stays. */
export async function settleIds(
  db: DataSource,
  { workspaceId, sourceId, stream, ids, until }: Of & { stream: string; ids: string[]; until: Date },
) {
  await db.query(
    `with read as (
      select external_id from webhook_change
      where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = any($4) and received_at <= $5
      order by external_id for update)
    delete from webhook_change c using read
    where c.workspace_id = $1 and c.source_id = $2 and c.stream = $3 and c.external_id = read.external_id`,
    [workspaceId, sourceId, stream, ids, until],
  );
}

/** Ids of the sources for which something waits. */
export async function sourcesWithQueue(db: DataSource, workspaceId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(`select distinct source_id as id from webhook_change where workspace_id = $1 order by 1`, [
    workspaceId,
  ]);
  return rows.map(({ id }) => id);
}
