import type { DataSource } from 'typeorm';
import { startSandbox } from '../../etl/sandbox/sandbox.js';
import { sealCredentials } from '../../etl/sync/credentials.js';
import { Source, type Workspace } from '../../etl/warehouse/index.js';
import { makeWorkspace, workspaceOf } from '../access/workspaces.js';

/** The sample company and the stand-ins of its tools, for as long as this is open. */
export interface Sample {
  workspace: Workspace;
  /** In the order in which they are read first. */
  sourceIds: string[];
  close(): Promise<void>;
}

const SAMPLE = { name: 'Northwind Software (sample)', timeZone: 'Europe/Berlin', currency: 'EUR', sample: true };
const SCHEDULE = '*/15 * * * *';
const PERIOD_MINUTES = 30;

/**
 * Starts the stand-ins and connects them to the sample workspace, making it on the first call. The moment up to which
 * the company has lived is kept with the sources, so that every later start serves the same company; ports may differ.
 */
export async function openSample(db: DataSource, { secretKey, now }: { secretKey: Buffer; now: Date }): Promise<Sample> {
  const workspace = (await workspaceOf(db, { sample: true })) ?? (await makeWorkspace(db, SAMPLE, now));
  const until = (await keptUntil(db, workspace.id)) ?? now;
  const sandbox = await startSandbox({ until });
  const { company, hubspot, zendesk } = sandbox;
  const connect = (tool: Tool) => connectTool(db, { workspaceId: workspace.id, secretKey, now, until, ...tool });
  await connect({
    id: 'hubspot',
    name: 'HubSpot',
    settings: { baseUrl: hubspot.url, portalId: String(company.portalId), requestsPerTenSeconds: 250 },
    credentials: hubspot.credentials,
  });
  await connect({
    id: 'zendesk',
    name: 'Zendesk',
    settings: { baseUrl: zendesk.url, requestsPerMinute: 2500 },
    credentials: zendesk.credentials,
  });
  return { workspace, sourceIds: ['hubspot', 'zendesk'], close: () => sandbox.close() };
}

async function keptUntil(db: DataSource, workspaceId: string): Promise<Date | null> {
  const [source] = await db.getRepository(Source).find({ where: { workspaceId }, order: { createdAt: 'asc', id: 'asc' }, take: 1 });
  const kept = source?.settings.sampleUntil;
  return typeof kept === 'string' ? new Date(kept) : null;
}

interface Tool {
  /** Also its kind. */
  id: string;
  name: string;
  settings: Record<string, unknown>;
  credentials: unknown;
}

interface Connection extends Tool {
  workspaceId: string;
  secretKey: Buffer;
  now: Date;
  until: Date;
}

async function connectTool(db: DataSource, { workspaceId, secretKey, now, until, ...tool }: Connection): Promise<void> {
  const settings = { ...tool.settings, sampleUntil: until.toISOString() };
  const sealed = sealCredentials(tool.credentials, { key: secretKey, workspaceId, sourceId: tool.id });
  await db.query(
    `insert into source (workspace_id, id, kind, name, settings, credentials, schedule, period_minutes, created_at)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id, id) do update
       set settings = excluded.settings, credentials = excluded.credentials, paused_reason = excluded.paused_reason`,
    [workspaceId, tool.id, tool.name, settings, sealed, SCHEDULE, PERIOD_MINUTES, now],
  );
}
