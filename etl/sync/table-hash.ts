import type { DataSource } from 'typeorm';
import { Handoff, HandoffEvent, Record as RecordRow } from '../warehouse/index.js';
import { bulkTable } from './fact-column.js';
import { factTables } from './fact-table.js';

/** What two runs that read the same may differ in: moments of reading, counters, and ids drawn at random. */
const INCIDENTAL = ['workspace_id', 'account_id', 'read_at', 'revision'];
/** Of these only whether there is a moment counts: it is one of ours, not one of the source. */
const OWN_MOMENTS = ['removed_at'];

export interface HashOptions {
  /** Of the vendor, when it may be another one in the rows compared: payloads and links that hold it are taken as equal. */
  address?: string;
  /** False leaves out what the source sent, so that only what was made of it counts. */
  payloads?: boolean;
}

/** One hash per table of everything that was read or derived; equal hashes mean equal rows. */
export async function tableHashes(db: DataSource, workspaceId: string, options: HashOptions = {}): Promise<Record<string, string>> {
  const tables = [...factTables(db.manager), ...[RecordRow, Handoff, HandoffEvent].map((entity) => bulkTable(db.manager, entity))];
  const incidental = incidentalTo(options);
  const hashes: Record<string, string> = {};
  for (const { name, columns } of tables) {
    const names = columns.map((column) => column.name).filter((column) => !incidental.has(column));
    const compared = names.map((column) => (OWN_MOMENTS.includes(column) ? `${column} is null` : column));
    const [row]: { hash: string }[] = await db.query(
      `with hashed_rows as (select md5(replace(row(${compared.join(', ')})::text, $2, 'vendor')) as hash from ${name} where workspace_id = $1)
      select count(*) || ' ' || md5(coalesce(string_agg(hash, '' order by hash), '')) as hash from hashed_rows`,
      [workspaceId, options.address ?? ''],
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}

/** A payload's hash holds the address too, and says nothing that the payload does not. */
function incidentalTo({ address, payloads = true }: HashOptions): Set<string> {
  if (!payloads) return new Set([...INCIDENTAL, 'hash', 'payload']);
  return new Set(address === undefined ? INCIDENTAL : [...INCIDENTAL, 'hash']);
}
