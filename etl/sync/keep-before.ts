import type { DataSource, EntityManager } from 'typeorm';
import { type KeptTable, keptTables } from './kept-table.js';

export interface SourceKey {
  workspaceId: string;
  sourceId: string;
}

/**
 * Keeps all rows of a source as they are before an import, in place of what the one before has kept. An import that did not
 * come to its end keeps what it had: whoever goes on with it and then undoes it, undoes both.
 */
export async function keepBefore(db: DataSource, { workspaceId, sourceId }: SourceKey, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await importKept(tx, { workspaceId, sourceId }))?.ended === false) return;
    await forgetKept(tx, { workspaceId, sourceId });
    for (const { name, stream, id } of keptTables(tx)) {
      await tx.query(
        `insert into kept_row (workspace_id, source_id, kind, stream, external_id, was)
        select $1, $2, $3, ${stream}, ${id}, to_jsonb(t) from ${name} as t where t.workspace_id = $1 and t.source_id = $2`,
        [workspaceId, sourceId, name],
      );
    }
    const [source]: { settings: unknown }[] = await tx.query(`select settings from source where workspace_id = $1 and id = $2`, [
      workspaceId,
      sourceId,
    ]);
    await tx.query(`insert into kept_row (workspace_id, source_id, kind, stream, external_id, was) values ($1, $2, 'import', '', '', $3)`, [
      workspaceId,
      sourceId,
      JSON.stringify({ at, ended: false, settings: source?.settings ?? null }),
    ]);
  });
}

/** Of what was kept leaves only the rows that the import has changed, and notes those that it has made. */
export async function endKeeping(tx: EntityManager, { workspaceId, sourceId }: SourceKey): Promise<void> {
  for (const table of keptTables(tx)) {
    await noteNew(tx, table, { workspaceId, sourceId });
    const without = table.beside.map((column) => ` - '${column}'`).join('');
    await tx.query(
      `delete from kept_row using ${table.name} as t
      where kept_row.workspace_id = $1 and kept_row.source_id = $2 and kept_row.kind = $3 and t.workspace_id = $1 and t.source_id = $2
        and kept_row.stream = ${table.stream} and kept_row.external_id = ${table.id} and kept_row.was${without} = to_jsonb(t)${without}`,
      [workspaceId, sourceId, table.name],
    );
  }
  await tx.query(`update kept_row set was = was || '{"ended": true}' where workspace_id = $1 and source_id = $2 and kind = 'import'`, [
    workspaceId,
    sourceId,
  ]);
}

async function noteNew(tx: EntityManager, { name, stream, id }: KeptTable, { workspaceId, sourceId }: SourceKey): Promise<void> {
  await tx.query(
    `insert into kept_row (workspace_id, source_id, kind, stream, external_id, was)
    select $1, $2, $3, ${stream}, ${id}, null from ${name} as t where t.workspace_id = $1 and t.source_id = $2
    on conflict (workspace_id, source_id, kind, stream, external_id) do nothing`,
    [workspaceId, sourceId, name],
  );
}

export interface ImportKept {
  at: Date;
  /** False while the import is under way, or when it did not come to its end. */
  ended: boolean;
  /** Of the source before; null when the import made it. */
  settings: Record<string, unknown> | null;
}

/** The import that can be undone; null when there is none. */
export async function importKept(tx: EntityManager, { workspaceId, sourceId }: SourceKey): Promise<ImportKept | null> {
  const [kept]: { was: { at: string; ended: boolean; settings: Record<string, unknown> | null } }[] = await tx.query(
    `select was from kept_row where workspace_id = $1 and source_id = $2 and kind = 'import'`,
    [workspaceId, sourceId],
  );
  return kept ? { ...kept.was, at: new Date(kept.was.at) } : null;
}

export async function forgetKept(tx: EntityManager, { workspaceId, sourceId }: SourceKey): Promise<void> {
  await tx.query(`delete from kept_row where workspace_id = $1 and source_id = $2`, [workspaceId, sourceId]);
}
