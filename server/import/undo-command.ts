import type { DataSource } from 'typeorm';
import { undoImport } from '../../etl/sync/undo-import.js';
import { WorkspaceHeld } from '../../etl/sync/workspace-held.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import { type CommandContext, CommandMistake } from '../command.js';

/** An import that can be undone. */
export interface UndoableImport {
  sourceId: string;
  name: string;
  importedAt: Date;
}

/** The last import of each source of files, the latest first. */
export async function undoableImports(db: DataSource, workspaceId: string): Promise<UndoableImport[]> {
  const rows = await db.query<{ sourceId: string; name: string; at: string }[]>(
    `select source.id as "sourceId", source.name, kept_row.was ->> 'at' as at
    from kept_row join source on source.workspace_id = $1 and source.id = kept_row.source_id
    where kept_row.workspace_id = $1 and kept_row.kind = 'import' order by kept_row.was ->> 'at' desc, source.id`,
    [workspaceId],
  );
  return rows.map(({ sourceId, name, at }) => ({ sourceId, name, importedAt: new Date(at) }));
}

/** Undoes the last import of a source, or of the only one there is; answers the exit code. */
export async function undoCommand(id: string | undefined, context: CommandContext): Promise<number> {
  const { db, workspace, now, print } = context;
  const { id: workspaceId } = await workspace();
  const imports = await undoableImports(db, workspaceId);
  const chosen = id === undefined && imports.length === 1 ? imports[0] : imports.find(({ sourceId }) => sourceId === id);
  if (!chosen) throw new CommandMistake(nothing(id, imports));
  const undone = undoImport(db, { workspaceId, sourceId: chosen.sourceId, at: now() });
  const { removedCount, restoredCount, changedHandoffs } = await undone.catch((error: unknown) => {
    throw error instanceof WorkspaceHeld ? new CommandMistake(error.message, { cause: error }) : error;
  });
  const detail = { removedCount, restoredCount, changedHandoffs };
  await noteByShell(context, { workspaceId, action: 'import.undone', subject: chosen.sourceId, detail });
  print(`Undone: the import of '${chosen.name}' of ${chosen.importedAt.toISOString()}.`);
  print(
    `${removedCount} records are gone that it had brought, ${restoredCount} are as they were before; ${changedHandoffs} handoffs changed.`,
  );
  return 0;
}

function nothing(id: string | undefined, imports: UndoableImport[]): string {
  if (imports.length === 0) return 'There is no import that could be undone.';
  const known = imports.map(({ sourceId, importedAt }) => `${sourceId} (${importedAt.toISOString()})`).join(', ');
  return id === undefined ? `Say which import: ${known}.` : `There is no import of "${id}" to undo. Known: ${known}.`;
}
