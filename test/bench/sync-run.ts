import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type Lease, takeLease } from '../../etl/sync/lease.js';
import { Source, Workspace } from '../../etl/warehouse/index.js';

/** A workspace with one source, and a run that may write what is read from it. */
export async function openRun(db: DataSource, at: Date): Promise<{ workspaceId: string; lease: Lease }> {
  const workspaceId = randomUUID();
  await db.getRepository(Workspace).insert({ id: workspaceId, name: 'Bench', timeZone: 'UTC', currency: 'EUR', createdAt: at });
  await db.getRepository(Source).insert({ workspaceId, id: 'crm', kind: 'hubspot', name: 'CRM', createdAt: at });
  return { workspaceId, lease: await takeLease(db, { workspaceId, sourceId: 'crm', trigger: 'first', at }) };
}
