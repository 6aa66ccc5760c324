import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { sealCredentials } from '../etl/sync/credentials.js';
import { Source, Workspace } from '../etl/warehouse/index.js';

/** The key under which tests seal credentials. */
export const testKey = Buffer.alloc(32, 7);

/** A workspace without anything in it. */
export async function addWorkspace(db: DataSource, { createdAt }: { createdAt: Date }): Promise<string> {
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Test', timeZone: 'Europe/Berlin', currency: 'EUR', createdAt });
  return id;
}

export interface SourceToConnect {
  workspaceId: string;
  id: string;
  kind: string;
  settings: Record<string, unknown>;
  credentials: unknown;
  createdAt: Date;
}

/** Connects a source as an admin would. */
export async function connectSource(db: DataSource, { credentials, ...source }: SourceToConnect): Promise<void> {
  const sealed = sealCredentials(credentials, { key: testKey, workspaceId: source.workspaceId, sourceId: source.id });
  const row = { ...source, name: source.id, credentials: sealed, schedule: null, periodMinutes: null, pausedReason: null };
  await db.getRepository(Source).save(Object.assign(new Source(), row));
}
