import type { DataSource, EntityManager } from 'typeorm';
import { deriveHandoffs } from '../handoff/derive.js';
import { endKeeping, forgetKept, type ImportKept, importKept, type SourceKey } from './keep-before.js';
import { type KeptTable, keptTables } from './kept-table.js';
import { holdLease, takeLease } from './lease.js';
import { assertFree } from './workspace-held.js';

export interface Undone {
  /** When the import began that was undone. */
  importedAt: Date;
  /** Records that the import had made, and that are gone again. */
  removedCount: number;
  /** Records that are what they were before. */
  restoredCount: number;
  changedHandoffs: number;
}

/**
 * Makes a source what it was before its last import, and derives. Throws when there is nothing to undo, RunInProgress
 * while the source is being read, and WorkspaceHeld.
 */
export async function undoImport(db: DataSource, { at, ...key }: SourceKey & { at: Date }): Promise<Undone> {
  const lease = await takeLease(db, { ...key, trigger: 'undo', at });
  let error: string | null = 'The import was not undone.';
  try {
    const undone = await db.transaction(async (tx) => {
      await holdLease(tx, key.workspaceId, lease.runId);
      return undoIn(tx, key);
    });
    const { changed } = await deriveHandoffs(db, key.workspaceId);
    error = null;
    return { ...undone, changedHandoffs: changed };
  } catch (cause) {
    error = (cause as Error).message;
    throw cause;
  } finally {
    await lease.end({ at, outcome: error === null ? 'succeeded' : 'failed', errorKind: null, error });
  }
}

async function undoIn(tx: EntityManager, key: SourceKey): Promise<Omit<Undone, 'changedHandoffs'>> {
  await assertFree(tx, key.workspaceId);
  const kept = await importKept(tx, key);
  if (!kept) throw new Error(`There is no import of ${key.sourceId} that could be undone.`);
  if (!kept.ended) await endKeeping(tx, key);
  const counts = await pending(tx, key);
  for (const table of keptTables(tx)) await restore(tx, table, key);
  await restoreSettings(tx, key, kept);
  await forgetKept(tx, key);
  return { importedAt: kept.at, ...counts };
}

/** Names every record that is about to change, for the derivation. */
async function pending(tx: EntityManager, { workspaceId, sourceId }: SourceKey) {
  await tx.query(
    `insert into pending_change (workspace_id, source_id, stream, record_id)
    select $1, $2, stream, external_id from kept_row where workspace_id = $1 and source_id = $2 and kind = 'record'
    on conflict (workspace_id, source_id, stream, record_id) do nothing`,
    [workspaceId, sourceId],
  );
  const [counts]: { removedCount: number; restoredCount: number }[] = await tx.query(
    `select (count(*) filter (where was is null))::int as "removedCount", (count(*) filter (where was is not null))::int as "restoredCount"
    from kept_row where workspace_id = $1 and source_id = $2 and kind = 'record'`,
    [workspaceId, sourceId],
  );
  return counts ?? { removedCount: 0, restoredCount: 0 };
}

async function restore(tx: EntityManager, { name, stream, id }: KeptTable, { workspaceId, sourceId }: SourceKey): Promise<void> {
  await tx.query(
    `delete from ${name} as t using kept_row
    where t.workspace_id = $1 and t.source_id = $2 and kept_row.workspace_id = $1 and kept_row.source_id = $2 and kept_row.kind = $3
      and kept_row.stream = ${stream} and kept_row.external_id = ${id}`,
    [workspaceId, sourceId, name],
  );
  // With its schema: "record" alone is a type of Postgres.
  const [schema]: { name: string }[] = await tx.query(`select quote_ident(current_schema()) as name`);
  await tx.query(
    `insert into ${name} select earlier.* from kept_row, jsonb_populate_record(null::${schema?.name}.${name}, kept_row.was) as earlier
    where kept_row.workspace_id = $1 and kept_row.source_id = $2 and kept_row.kind = $3 and kept_row.was is not null`,
    [workspaceId, sourceId, name],
  );
}

/** A source that the import made stays, empty: its name is the way to import into it again. */
async function restoreSettings(tx: EntityManager, { workspaceId, sourceId }: SourceKey, { settings }: ImportKept): Promise<void> {
  if (settings === null) return;
  await tx.query(`update source set settings = $3 where workspace_id = $1 and id = $2`, [workspaceId, sourceId, JSON.stringify(settings)]);
}
