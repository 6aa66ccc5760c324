import type { DataSource } from 'typeorm';
import type { Handoff } from '../../etl/warehouse/index.js';

/** What a line of the list shows of a handoff itself. */
export type Named = Pick<
  Handoff,
  'id' | 'name' | 'accountId' | 'accountName' | 'wonAt' | 'segment' | 'ownerName' | 'csmName' | 'amount' | 'currency'
>;

/** The handoffs of these ids that are still there, by id. */
export async function named(db: DataSource, workspaceId: string, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<Named[]>(
    `select id, name, account_id as "accountId", account_name as "accountName", won_at as "wonAt", segment,
       owner_name as "ownerName", csm_name as "csmName", amount, currency
     from handoff where workspace_id = $1 and id = any($2) and removed_at is null`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
