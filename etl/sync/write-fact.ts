import type { EntityManager } from 'typeorm';
import { Fact } from '../warehouse/index.js';
import { bulkUpsert } from './bulk-write.js';
import { copyLine } from './copy-line.js';
import type { StreamKey } from './cursor.js';
import { type BulkTable, bulkTable } from './fact-column.js';
import type { Accepted, Rejected } from './page-record.js';

/** The facts of a page, ready for COPY: by table, then by the fact's own id, so that no id comes twice. */
export type FactLines = Map<BulkTable, Map<string, string>>;

export interface EncodedFacts {
  lines: FactLines;
  encoded: Accepted[];
  /** Records with a fact that does not fit its table. */
  rejected: Rejected[];
}

export function encodeFacts(tx: EntityManager, key: StreamKey, changed: Accepted[]): EncodedFacts {
  const lines: FactLines = new Map();
  const encoded: Accepted[] = [];
  const rejected: Rejected[] = [];
  for (const given of changed) {
    const { externalId } = given.record;
    try {
      for (const { table, id, line } of linesOf(tx, key, given)) lines.set(table, (lines.get(table) ?? new Map()).set(id, line));
      encoded.push(given);
    } catch (error) {
      rejected.push({ externalId, reason: `${key.stream}: record ${externalId}: ${(error as Error).message}`, json: given.json });
    }
  }
  return { lines, encoded, rejected };
}

function linesOf(tx: EntityManager, key: StreamKey, { record }: Accepted): { table: BulkTable; id: string; line: string }[] {
  const evidence = { ...key, recordId: record.externalId };
  return record.rows.flatMap(({ table: entity, rows }) => {
    const table = bulkTable(tx, entity);
    return rows.map((row) => {
      const line = copyLine(table, { deletedAt: record.deletedAt, ...row, ...evidence });
      return { table, id: row.externalId, line };
    });
  });
}

export async function writeFacts(
  tx: EntityManager,
  key: StreamKey,
  { lines, before }: { lines: FactLines; before: string[] },
): Promise<void> {
  for (const [table, byId] of lines) await bulkUpsert(tx, table, { workspaceId: key.workspaceId, lines: [...byId.values()] });
  if (before.length === 0) return;
  for (const table of factTables(tx)) await forget(tx, key, { table, before, named: [...(lines.get(table)?.keys() ?? [])] });
}

/** Removes what a record said when it was read before and does not say any more. */
async function forget(
  tx: EntityManager,
  { workspaceId, sourceId, stream }: StreamKey,
  { table, before, named }: { table: BulkTable; before: string[]; named: string[] },
): Promise<void> {
  await tx.query(
    `delete from ${table.name} where workspace_id = $1 and source_id = $2 and stream = $3 and record_id = any($4)
    and external_id not in (select unnest($5::text[]))`,
    [workspaceId, sourceId, stream, before, named],
  );
}

/** Every table of facts, so that a new one costs nothing here. */
export function factTables(tx: EntityManager): BulkTable[] {
  return tx.connection.entityMetadatas
    .map(({ target }) => target)
    .filter((target): target is new () => Fact => typeof target === 'function' && target.prototype instanceof Fact)
    .map((target) => bulkTable(tx, target));
}
