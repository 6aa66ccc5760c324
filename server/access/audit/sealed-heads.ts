import type { DataSource } from 'typeorm';
import { atTheDoor, type Keyring } from '../../../etl/warehouse/index.js';
import { lockLog, writeHead } from './audit-log.js';
import { type Head, headHolds } from './chain.js';

type KeptHead = Head & { seal: string };

/** Where audit logs end, each with how to seal it anew. What does not hold stays as it is, to be found. */
export async function sealedHeads(db: DataSource) {
  const rows = await atTheDoor(() =>
    db.query<{ workspaceId: string; seal: string }[]>('select workspace_id as "workspaceId", seal from audit_head order by workspace_id'),
  );
  return rows.map(({ workspaceId, seal }) => ({
    keyId: seal.split('.')[0] ?? '',
    reseal: (ring: Keyring): Promise<boolean> =>
      atTheDoor(() =>
        db.transaction(async (tx) => {
          await lockLog(tx, workspaceId);
          const [head] = await tx.query<KeptHead[]>(
            `select workspace_id as "workspaceId", number, hash, kept_from as "keptFrom", kept_hash as "keptHash", seal
               from audit_head where workspace_id = $1`,
            [workspaceId],
          );
          if (!head) return false;
          if (headHolds(head, ring) !== true)
            throw new Error(`The end of the audit log of ${workspaceId} does not hold. Run: npm run baton -- audit verify`);
          await writeHead(tx, head, ring);
          return true;
        }),
      ),
  }));
}
