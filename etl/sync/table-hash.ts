import type { DataSource } from 'typeorm';
import { Handoff, HandoffEvent, Record as RecordRow } from '../warehouse/index.js';
import { bulkTable } from './fact-column.js';
import { factTables } from './fact-table.js';

/** What two runs that read the same may differ in: moments of reading, counters, and ids drawn at random. */
const INCIDENTAL = ['workspace_id', 'account_id', 'read_at', 'revision'];

export interface HashOptions {
  /** Of the vendor, when it may be another one in the rows compared: payloads and links that hold it are taken as equal. */
  address?: string;
}

/** One hash per table of everything that was read or derived; equal hashes mean equal rows. */
export async function tableHashes(db: DataSource, workspaceId: string, { address }: HashOptions = {}): Promise<Record<string, string>> {
  const tables = [...factTables(db.manager), ...[RecordRow, Handoff, HandoffEvent].map((entity) => bulkTable(db.manager, entity))];
  // A payload's hash holds the address too, and says nothing that the payload does not.
  const incidental = new Set(address === undefined ? INCIDENTAL : [...INCIDENTAL, 'hash']);
  const hashes: Record<string, string> = {};
  for (const { name, columns } of tables) {
    const compared = columns.map((column) => column.name).filter((column) => !incidental.has(column));
    const [row]: { hash: string }[] = await db.query(
      `with hashed_rows as (select md5(replace(row(${compared.join(', ')})::text, $2, 'vendor')) as hash from ${name} where workspace_id = $1)
      select count(*) || ' ' || md5(coalesce(string_agg(hash, '' order by hash), '')) as hash from hashed_rows`,
      [workspaceId, address ?? ''],
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}
