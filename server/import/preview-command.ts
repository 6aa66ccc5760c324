import type { CommandContext } from '../command.js';
import { settingsAt } from './import-files.js';
import { type FilePreview, previewImport } from './preview-import.js';

/** Prints what an import would do; answers the exit code. */
export async function previewCommand(typed: string, { db, workspace, now, signal, print }: CommandContext): Promise<number> {
  const settings = await settingsAt(typed);
  const { id: workspaceId } = await workspace();
  for (const preview of await previewImport(db, { workspaceId, settings, now, signal })) for (const line of linesOf(preview)) print(line);
  print('Nothing was imported. Without --preview it is.');
  return 0;
}

function linesOf(preview: FilePreview): string[] {
  const { stream, rowCount, newCount, changedCount, unchangedCount, goneCount, rejectedCount, reasons, first } = preview;
  const gone = goneCount === null ? '' : `, ${goneCount} gone`;
  const more = rejectedCount > reasons.length ? [`  and ${rejectedCount - reasons.length} more`] : [];
  return [
    `${stream.replace(/^csv\./, '')}: ${rowCount} rows, ${newCount} new, ${changedCount} changed, ${unchangedCount} unchanged${gone}, ${rejectedCount} rejected`,
    ...reasons.map((reason) => `  ${reason}`),
    ...more,
    ...first.flatMap(({ key, facts }) => facts.map(({ table, row }) => `  ${key} -> ${table} ${JSON.stringify(said(row))}`)),
  ];
}

/** What a row says; nulls say nothing. */
const said = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
