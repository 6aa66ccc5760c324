import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DataSource } from 'typeorm';
import { csv } from '../../etl/source/csv/csv.js';
import { readMapping } from '../../etl/source/csv/read-mapping.js';
import { type CsvSettings, leadsOut } from '../../etl/source/csv/settings.js';
import { endKeeping, keepBefore } from '../../etl/sync/keep-before.js';
import { type Progress, type RunOutcome, runSync } from '../../etl/sync/run.js';
import type { SecretKey, Workspace } from '../../etl/warehouse/index.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import type { CommandContext } from '../command.js';
import { CommandMistake } from '../command.js';
import { csvSource, csvSourceId } from './csv-source.js';
import { fileReports } from './file-reports.js';
import { positions, resolveReplaced } from './replaced-rejects.js';
import { typedPath } from './typed-path.js';

/** Rows between two lines of progress. */
const PROGRESS_ROWS = 20_000;

/** Imports what a mapping names; answers the exit code. Throws before anything is written when the mapping or a file cannot be used. */
export async function importFiles(typed: string, context: CommandContext): Promise<number> {
  const { db, print, now, signal, secretKey } = context;
  const settings = await settingsAt(typed);
  await csv({ settings, now }).test(signal);
  const workspace = await context.workspace();
  const { sourceId, run, lines } = await importInto(db, { workspace, settings, secretKey, now, print, signal });
  await noteByShell(context, { workspaceId: workspace.id, action: 'import.made', subject: sourceId, detail: { outcome: run.outcome } });
  for (const line of lines) print(line);
  if (run.error) print(run.error);
  print(await handoffLine(db, { workspaceId: workspace.id, sourceId }, run.changedHandoffs));
  return run.outcome === 'failed' || run.streams.some((stream) => stream.error) ? 1 : 0;
}

/** Settings of the source of a mapping file. Throws what is wrong with the file. */
export async function settingsAt(typed: string): Promise<CsvSettings> {
  const path = typedPath(typed);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new CommandMistake(`${typed} cannot be read (${cause.code ?? cause.message}). To start from CSV files use --init.`, { cause });
  });
  const mapping = readMapping(text, typed);
  const outside = mapping.files.map((file) => file.path).filter(leadsOut);
  return { directory: dirname(path), mapping, ...(outside.length > 0 && { outside }) };
}

export interface Importing {
  workspace: Workspace;
  settings: CsvSettings;
  /** 32 bytes. */
  secretKey: SecretKey;
  now: () => Date;
  /** Told as it goes on. */
  print(line: string): void;
  signal: AbortSignal;
}

export interface Imported {
  sourceId: string;
  run: RunOutcome;
  /** What became of each file, in words. */
  lines: string[];
}

/**
 * Imports files into the source of the mapping's name, which is made when there is none. What it changes is kept as it was,
 * until the next import, so that it can be undone.
 */
export async function importInto(db: DataSource, { workspace, settings, secretKey, now, print, signal }: Importing): Promise<Imported> {
  const at = { workspaceId: workspace.id, sourceId: csvSourceId(settings.mapping.name) };
  await keepBefore(db, at, now());
  const sourceId = await csvSource(db, { workspace, settings, now: now(), print });
  const before = await positions(db, at);
  const run = await runSync(db, { ...at, trigger: 'import', secretKey, now, onProgress: progress(print), signal });
  await resolveReplaced(db, { ...at, before, streams: run.streams, now: now() });
  if (run.outcome === 'succeeded') await db.transaction((tx) => endKeeping(tx, at));
  return { sourceId, run, lines: await fileReports(db, { ...at, streams: run.streams, before }) };
}

function progress(print: (line: string) => void): (progress: Progress) => void {
  let next = PROGRESS_ROWS;
  return ({ stream, readCount, done }) => {
    if (done) next = PROGRESS_ROWS;
    if (done || readCount < next) return;
    next += PROGRESS_ROWS;
    print(`${stream.replace(/^csv\./, '')}: ${readCount} rows so far`);
  };
}

async function handoffLine(db: DataSource, at: { workspaceId: string; sourceId: string }, changed: number): Promise<string> {
  const [row] = await db.query<{ handoffs: number; excluded: number }[]>(
    `select (select count(*) from handoff where workspace_id = $1 and source_id = $2 and removed_at is null)::int as handoffs,
            (select count(*) from excluded_deal where workspace_id = $1 and source_id = $2)::int as excluded`,
    [at.workspaceId, at.sourceId],
  );
  const excluded = row?.excluded ? `; won deals that are no handoffs by rule: ${row.excluded}` : '';
  return `${row?.handoffs ?? 0} handoffs, ${changed} of them new or changed${excluded}.`;
}
