import type { EntityManager } from 'typeorm';
import type { BulkTable } from './fact-column.js';
import { type Staged, stage } from './staging.js';

interface Lines {
  workspaceId: string;
  lines: Iterable<string>;
}

/** Writes lines of which none of the keys may be stored yet, and no two may have one key. */
export async function bulkInsert(tx: EntityManager, table: BulkTable, { workspaceId, lines }: Lines): Promise<void> {
  const staged = await stage(tx, table, lines);
  await tx.query(insertSql(table, staged), [workspaceId, staged.part]);
}

/** Writes lines in one statement, those whose keys are stored over the stored. No two lines may have one key. */
export async function bulkUpsert(tx: EntityManager, table: BulkTable, { workspaceId, lines }: Lines & { lines: string[] }): Promise<void> {
  if (lines.length === 0) return;
  const staged = await stage(tx, table, lines);
  await tx.query(upsertSql(table, staged), [workspaceId, staged.part]);
}

function insertSql({ name, columns, computed }: BulkTable, { typed }: Staged): string {
  const listed = [...columns, ...computed].map((column) => column.name).join(', ');
  const values = [...columns.map((column) => column.name), ...computed.map(({ sql }) => sql)].join(', ');
  return `insert into ${name} (${listed}) select ${values} from (${typed}) as staged where workspace_id = $1`;
}

/** A row that says what is stored already is not written: its indexes are dearer than the comparison. */
function upsertSql(table: BulkTable, staged: Staged): string {
  const { name, columns, computed } = table;
  const key = columns.filter((column) => column.key).map((column) => column.name);
  const rest = [...columns.filter((column) => !column.key), ...computed].map((column) => column.name);
  return `${insertSql(table, staged)}
    on conflict (${key.join(', ')}) do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}
    where (${rest.map((column) => `${name}.${column}`).join(', ')}) is distinct from (${rest.map((column) => `excluded.${column}`).join(', ')})`;
}
