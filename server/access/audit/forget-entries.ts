import type { EntityManager } from 'typeorm';
import type { SecretKey } from '../../../etl/warehouse/index.js';
import { lockLog, readHead, writeHead } from './audit-log.js';

/**
 * Removes the entries of a workspace that are older than a moment, and keeps where the rest begins, so that it can still be checked.
 * Answers how many are gone. The newest entry stays however old it is. Works as the keeper only.
 */
export async function forgetEntries(
  tx: EntityManager,
  { workspaceId, before }: { workspaceId: string; before: Date },
  key: SecretKey,
): Promise<number> {
  await lockLog(tx, workspaceId);
  const head = await readHead(tx, workspaceId);
  // The first that is young enough: clocks may jump, and no entry is taken out of the middle.
  const [kept] = await tx.query<{ number: string | null }[]>(
    'select min(number)::text as number from audit_entry where workspace_id = $1 and (at >= $2 or number = $3)',
    [workspaceId, before, head.number],
  );
  if (!kept?.number || BigInt(kept.number) <= BigInt(head.keptFrom)) return 0;
  const [first] = await tx.query<{ hash: string }[]>(
    'select previous_hash as hash from audit_entry where workspace_id = $1 and number = $2',
    [workspaceId, kept.number],
  );
  if (!first) throw new Error(`Entry ${kept.number} of the audit log is gone while it was looked at. Nothing was removed.`);
  await tx.query('delete from audit_entry where workspace_id = $1 and number < $2', [workspaceId, kept.number]);
  await writeHead(tx, { ...head, keptFrom: kept.number, keptHash: first.hash }, key);
  return Number(BigInt(kept.number) - BigInt(head.keptFrom));
}
