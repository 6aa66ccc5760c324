import type { EvidenceRecord } from './handoff.schema.js';

/** A record with its source, as `evidenceColumns` selects it. */
export interface EvidenceRow {
  sourceId: string;
  sourceName: string | null;
  sourceKind: string | null;
  stream: string;
  recordId: string;
  url: string | null;
  deletedAt: Date | null;
}

/**
 * Columns and joins that lead from a row with source_id, stream and record_id to where a person sees it.
 * `row` is the alias of that row's table: an identifier of ours, never input.
 */
export const evidenceColumns = (row: string) =>
  `${row}.source_id as "sourceId", source.name as "sourceName", source.kind as "sourceKind", ${row}.stream, ${row}.record_id as "recordId",
   record.url, record.deleted_at as "deletedAt"`;

export const evidenceJoins = (row: string) =>
  `left join source on source.workspace_id = ${row}.workspace_id and source.id = ${row}.source_id
   left join record on record.workspace_id = ${row}.workspace_id and record.source_id = ${row}.source_id
     and record.stream = ${row}.stream and record.external_id = ${row}.record_id`;

export function evidenceShape(row: EvidenceRow): EvidenceRecord {
  return {
    sourceId: row.sourceId,
    sourceName: row.sourceName ?? row.sourceId,
    kind: row.sourceKind ?? 'unknown',
    stream: row.stream,
    recordId: row.recordId,
    url: webAddress(row.url),
    deleted: row.deletedAt !== null,
  };
}

/** A link leads to the web or nowhere: a source's text never becomes a script. */
export function webAddress(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
