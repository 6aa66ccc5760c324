import type { EntityManager } from 'typeorm';
import { bulkInsert, bulkUpsert } from './bulk-write.js';
import { copyLine } from './copy-line.js';
import type { StreamKey } from './cursor.js';
import { type BulkTable, bulkTable } from './fact-column.js';
import { type FactLines, factTables } from './fact-table.js';
import type { Accepted, Rejected } from './page-record.js';
import { storedFacts } from './stored-fact.js';

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
      for (const { table, id, line } of linesOf(tx, key, given)) linesIn(lines, table).set(id, line);
      encoded.push(given);
    } catch (error) {
      rejected.push({ externalId, reason: `${key.stream}: record ${externalId}: ${(error as Error).message}`, json: given.json });
    }
  }
  return { lines, encoded, rejected };
}

function linesIn(lines: FactLines, table: BulkTable): Map<string, string> {
  const known = lines.get(table);
  if (known) return known;
  const fresh = new Map<string, string>();
  lines.set(table, fresh);
  return fresh;
}

function linesOf(tx: EntityManager, key: StreamKey, { record }: Accepted): { table: BulkTable; id: string; line: string }[] {
  const standing = { ...key, recordId: record.externalId };
  const deleted = { ...standing, deletedAt: record.deletedAt };
  return record.rows.flatMap(({ table: entity, rows }) => {
    const table = bulkTable(tx, entity);
    return rows.map((row) => ({ table, id: row.externalId, line: copyLine(table, row, 'deletedAt' in row ? standing : deleted) }));
  });
}

/** Writes the facts of a page and removes what its records said when they were read `before` and do not say any more. */
export async function writeFacts(
  tx: EntityManager,
  key: StreamKey,
  { lines, before }: { lines: FactLines; before: string[] },
): Promise<void> {
  const stored = await storedFacts(tx, key, { lines, before });
  for (const [table, byId] of lines) {
    const known = stored.get(table.name) ?? new Set();
    const [old, fresh]: [string[], string[]] = [[], []];
    for (const [id, line] of byId) (known.has(id) ? old : fresh).push(line);
    if (fresh.length > 0) await bulkInsert(tx, table, { workspaceId: key.workspaceId, lines: fresh });
    await bulkUpsert(tx, table, { workspaceId: key.workspaceId, lines: old });
  }
  if (before.length === 0) return;
  for (const table of factTables(tx)) {
    const named = lines.get(table);
    const unsaid = [...(stored.get(table.name) ?? [])].filter((id) => !named?.has(id));
    if (unsaid.length > 0) await forget(tx, key, { table, unsaid });
  }
}

async function forget(
  tx: EntityManager,
  { workspaceId, sourceId }: StreamKey,
  { table, unsaid }: { table: BulkTable; unsaid: string[] },
): Promise<void> {
  await tx.query(`delete from ${table.name} where workspace_id = $1 and source_id = $2 and external_id = any($3)`, [
    workspaceId,
    sourceId,
    unsaid,
  ]);
}
