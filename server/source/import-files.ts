import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DataSource } from 'typeorm';
import { csv } from '../../etl/source/csv/csv.js';
import type { Mapping } from '../../etl/source/csv/mapping.js';
import { readMapping } from '../../etl/source/csv/read-mapping.js';
import { type Progress, runSync } from '../../etl/sync/run.js';
import type { CommandContext } from '../command.js';
import { CommandMistake } from '../command.js';
import { csvSource } from './csv-source.js';
import { fileReports } from './import-report.js';
import { positions, resolveReplaced } from './replaced-rejects.js';
import { typedPath } from './typed-path.js';

/** Rows between two lines of progress. */
const PROGRESS_ROWS = 20_000;

/** Imports what a mapping names; answers the exit code. Throws before anything is written when the mapping or a file cannot be used. */
export async function importFiles(typed: string, context: CommandContext): Promise<number> {
  const { db, print, now, signal } = context;
  const path = typedPath(typed);
  const mapping = await mappingAt(path, typed);
  const settings = { directory: dirname(path), mapping };
  await csv({ settings, now }).test(signal);
  const workspace = await context.workspace();
  const sourceId = await csvSource(db, { workspace, settings, now: now(), print });
  const at = { workspaceId: workspace.id, sourceId };
  const before = await positions(db, at);
  const run = await runSync(db, { ...at, trigger: 'import', secretKey: context.secretKey, now, onProgress: progress(print), signal });
  await resolveReplaced(db, { ...at, before, streams: run.streams, now: now() });
  for (const line of await fileReports(db, { ...at, streams: run.streams, before })) print(line);
  if (run.error) print(run.error);
  print(await handoffLine(db, at, run.changedHandoffs));
  return run.outcome === 'failed' || run.streams.some((stream) => stream.error) ? 1 : 0;
}

async function mappingAt(path: string, typed: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new CommandMistake(`${typed} cannot be read (${cause.code ?? cause.message}). To start from CSV files use --init.`, { cause });
  });
  return readMapping(text, typed);
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
