import { database, type Keyring } from '../../etl/warehouse/index.js';
import { type Deed, INSTALLATION } from '../access/audit/audit.js';
import { AuditLog } from '../access/audit/audit-log.js';

/** Writes into the audit log of the installation what was done on the server's shell; nothing where the database is too old to have one. */
export async function noteOfBackup(
  ownerUrl: string,
  { keys, now }: { keys: Keyring; now: () => Date },
  deed: Pick<Deed, 'action' | 'detail'>,
): Promise<void> {
  const owner = database(ownerUrl, { poolSize: 1 });
  await owner.initialize();
  try {
    if (await owner.showMigrations()) return;
  } finally {
    await owner.destroy();
  }
  const db = await database(ownerUrl, { poolSize: 1, scoped: true }).initialize();
  try {
    await new AuditLog({ db, key: keys, now }).note({ workspaceId: INSTALLATION, actor: 'shell', ...deed });
  } finally {
    await db.destroy();
  }
}
