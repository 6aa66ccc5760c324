import type { DataSource, EntityManager } from 'typeorm';
import { measure } from './scratch.js';
import type { Cause } from './telling.js';

/** Accounts that are derived anew in one transaction: seconds, not minutes. */
const AT_ONCE = 2_000;

/** Whether there are rules that not all handoffs have been derived by. */
export async function newRules(db: DataSource, workspaceId: string): Promise<boolean> {
  const due = await db.query<unknown[]>('select 1 from definition_version where workspace_id = $1 and applied_at is null limit 1', [
    workspaceId,
  ]);
  return due.length > 0;
}

/** Takes the next accounts that are still to be told by the newest rules, and notes how far it came; null when all have been. */
export async function takeNextByNewRules(tx: EntityManager, workspaceId: string): Promise<Cause | null> {
  const [due] = await tx.query<{ version: number }[]>(
    `select version from definition_version where workspace_id = $1 and applied_at is null order by version desc limit 1`,
    [workspaceId],
  );
  if (!due) return null;
  await tx.query(TOUCH, [workspaceId, due.version, AT_ONCE]);
  await measure(tx, 'touched_account');
  const [last] = await tx.query<{ id: string }[]>(`select account_id as id from touched_account order by account_id desc limit 1`);
  if (!last) {
    await tx.query(`update definition_version set applied_at = now() where workspace_id = $1 and applied_at is null`, [workspaceId]);
    return null;
  }
  await tx.query(`update definition_version set applied_through = $3 where workspace_id = $1 and version = $2`, [
    workspaceId,
    due.version,
    last.id,
  ]);
  return { kind: 'definition', version: due.version };
}

const TOUCH = `
  insert into touched_account
  select a.id from definition_version v join account a on a.workspace_id = v.workspace_id
  where v.workspace_id = $1 and v.version = $2 and (v.applied_through is null or a.id > v.applied_through)
  order by a.id limit $3`;
