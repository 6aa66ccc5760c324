import type { DataSource } from 'typeorm';
import { deadline } from '../../etl/source/deadline.js';
import { sealCredentials } from '../../etl/sync/credentials.js';
import { openSource } from '../../etl/sync/open-source.js';
import type { SecretKey, Workspace } from '../../etl/warehouse/index.js';
import { periodOf } from './period.js';

export interface ToConnect {
  /** Unique in the workspace; an id that is taken is connected anew. */
  id: string;
  kind: string;
  name: string;
  settings: Record<string, unknown>;
  /** Undefined where the kind has none. */
  credentials: unknown;
  /** Cron in the zone of the workspace; null to be read by hand only. */
  schedule: string | null;
}

interface Connecting {
  secretKey: SecretKey;
  now: () => Date;
  signal: AbortSignal;
}

/** A vendor that does not answer a first question within this time is not waited for. */
const TEST_MILLISECONDS = 60_000;

/** Asks the tool the smallest questions that need every permission. Throws a SourceError that says exactly what is wrong. */
export async function testConnection(wanted: Omit<ToConnect, 'schedule'>, { now, signal, keep }: Testing): Promise<void> {
  const source = openSource(wanted, wanted.credentials, { now, keepCredentials: async (credentials) => keep?.(credentials) });
  try {
    await deadline(TEST_MILLISECONDS, signal, (within) => source.test(within));
  } finally {
    await source.close?.();
  }
}

interface Testing extends Omit<Connecting, 'secretKey'> {
  /** Sees credentials that the vendor replaced during the test. */
  keep?: (credentials: unknown) => void | Promise<void>;
}

/** Tests a connection and keeps it, its secrets sealed. A tool connected again keeps what was read of it, and a schedule that stood still goes on. */
export async function connectSource(db: DataSource, workspace: Workspace, { wanted, ...connecting }: Connecting & { wanted: ToConnect }) {
  let { credentials } = wanted;
  const keep = (replaced: unknown) => {
    credentials = replaced;
  };
  await testConnection(wanted, { ...connecting, keep });
  await keepSource(db, workspace, { ...connecting, wanted: { ...wanted, credentials } });
}

async function keepSource(
  db: DataSource,
  workspace: Workspace,
  { wanted, secretKey, now }: Connecting & { wanted: ToConnect },
): Promise<void> {
  const { id, kind, name, settings, credentials, schedule } = wanted;
  const sealed =
    credentials === undefined ? null : sealCredentials(credentials, { key: secretKey, workspaceId: workspace.id, sourceId: id });
  const at = now();
  const period = schedule === null ? null : periodOf(schedule, workspace.timeZone, at);
  await db.transaction(async (tx) => {
    await tx.query(
      `insert into source (workspace_id, id, kind, name, settings, credentials, schedule, period_minutes, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (workspace_id, id) do update
         set name = excluded.name, settings = excluded.settings, credentials = excluded.credentials, schedule = excluded.schedule,
             period_minutes = excluded.period_minutes, paused_reason = excluded.paused_reason`,
      [workspace.id, id, kind, name, settings, sealed, schedule, period, at],
    );
    await tx.query(
      `insert into mapping_version (workspace_id, source_id, version, mapping, saved_at, applied_at) values ($1, $2, 1, $3, $4, $4)
       on conflict (workspace_id, source_id, version) do nothing`,
      [workspace.id, id, JSON.stringify(settings.mapping ?? {}), at],
    );
  });
}
