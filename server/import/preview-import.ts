import type { DataSource } from 'typeorm';
import { csv } from '../../etl/source/csv/csv.js';
import type { CsvSettings } from '../../etl/source/csv/settings.js';
import type { Stream } from '../../etl/source/source.js';
import { type Accepted, type ReadPage, readPage } from '../../etl/sync/page-record.js';
import { csvSourceId } from './csv-source.js';

/** Rows of each file that are shown, and reasons of refused ones. */
const SHOWN = 5;

export interface FactPreview {
  /** The class of the table: 'Deal'. */
  table: string;
  row: Record<string, unknown>;
}

/** What an import would do with one file, or with the accounts or people that deals name. */
export interface FilePreview {
  /** 'csv.deals.csv'. */
  stream: string;
  rowCount: number;
  newCount: number;
  changedCount: number;
  unchangedCount: number;
  /** Rows imported before that are not in the file any more; null where the mapping does not say that the file is whole, and they stay. */
  goneCount: number | null;
  rejectedCount: number;
  /** Why the first of them are refused. */
  reasons: string[];
  /** The first rows as they would be read. */
  first: { key: string; facts: FactPreview[] }[];
}

export interface Previewing {
  workspaceId: string;
  settings: CsvSettings;
  now: () => Date;
  signal: AbortSignal;
}

/** Reads files as an import would and writes nothing. Throws a SourceError when a file cannot be read at all. */
export async function previewImport(db: DataSource, { workspaceId, settings, now, signal }: Previewing): Promise<FilePreview[]> {
  const source = csv({ settings, now });
  await source.test(signal);
  const at = { workspaceId, sourceId: csvSourceId(settings.mapping.name) };
  const previews: FilePreview[] = [];
  for (const stream of source.streams) previews.push(await previewStream(db, stream, { ...at, signal }));
  return previews;
}

interface Place {
  workspaceId: string;
  sourceId: string;
  signal: AbortSignal;
}

async function previewStream(db: DataSource, stream: Stream, place: Place): Promise<FilePreview> {
  const preview = nothingYet(stream.name);
  let standing = 0;
  for await (const page of stream.pages(null, place.signal)) {
    const read = readPage(stream, page.records);
    const stored = await storedHashes(db, place, { stream: stream.name, ids: idsOf(read) });
    standing += stored.size;
    for (const { record, hash } of read.accepted) preview[countOf(stored.get(record.externalId), hash)] += 1;
    preview.rowCount += page.records.length;
    preview.rejectedCount += read.rejected.length;
    preview.reasons.push(...read.rejected.slice(0, SHOWN - preview.reasons.length).map(({ reason }) => reason.replace(/^csv\./, '')));
    preview.first.push(...read.accepted.slice(0, SHOWN - preview.first.length).map(shown));
  }
  return { ...preview, goneCount: stream.whole ? (await standingCount(db, place, stream.name)) - standing : null };
}

const nothingYet = (stream: string): FilePreview => ({
  ...{ stream, rowCount: 0, newCount: 0, changedCount: 0, unchangedCount: 0, goneCount: null, rejectedCount: 0 },
  reasons: [],
  first: [],
});

const idsOf = ({ accepted, rejected }: ReadPage) => [
  ...accepted.map(({ record }) => record.externalId),
  ...rejected.map(({ externalId }) => externalId),
];

function countOf(stored: string | undefined, hash: string) {
  if (stored === undefined) return 'newCount';
  return stored === hash ? 'unchangedCount' : 'changedCount';
}

const shown = ({ record }: Accepted) => ({
  key: record.externalId,
  facts: record.rows.flatMap(({ table, rows }) => rows.map((row) => ({ table: table.name, row }))),
});

async function storedHashes(db: DataSource, { workspaceId, sourceId }: Place, { stream, ids }: { stream: string; ids: string[] }) {
  const rows = await db.query<{ id: string; hash: string }[]>(
    `select external_id as id, hash from record
    where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = any($4) and deleted_at is null`,
    [workspaceId, sourceId, stream, ids],
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

async function standingCount(db: DataSource, { workspaceId, sourceId }: Place, stream: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count from record where workspace_id = $1 and source_id = $2 and stream = $3 and deleted_at is null`,
    [workspaceId, sourceId, stream],
  );
  return row?.count ?? 0;
}
