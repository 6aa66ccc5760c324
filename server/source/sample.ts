import type { DataSource } from 'typeorm';
import { type Sandbox, startSandbox } from '../../etl/sandbox/sandbox.js';
import { allowOrigin } from '../../etl/source/reach.js';
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
/** Of HubSpot, which the sample company does not use. */
const UNUSED = { contacts: 'no', tickets: 'no', feedback: 'no', lineItems: 'no', meetings: 'no' };

/**
 * Starts the stand-ins and connects them to the sample workspace, making it on the first call. The moment up to which
 * the company has lived is kept with the sources, so that every later start serves the same company.
 */
export async function openSample(db: DataSource, { secretKey, now }: { secretKey: Buffer; now: Date }): Promise<Sample> {
  const workspace = (await workspaceOf(db, { sample: true })) ?? (await makeWorkspace(db, SAMPLE, now));
  const kept = await keptOf(db, workspace.id);
  const until = kept.until ?? now;
  const sandbox = await standIns(until, kept.ports);
  const { company, hubspot, zendesk } = sandbox;
  for (const { url } of [hubspot, zendesk]) allowOrigin(url);
  const connect = (tool: Tool) => connectTool(db, { workspaceId: workspace.id, secretKey, now, until, ...tool });
  await connect({
    id: 'hubspot',
    name: 'HubSpot',
    settings: { baseUrl: hubspot.url, portalId: String(company.portalId), requestsPerTenSeconds: 250, ...UNUSED },
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

interface Kept {
  until: Date | null;
  ports: { hubspot: number; zendesk: number };
}

/** What earlier starts have left in the settings of the sources. */
async function keptOf(db: DataSource, workspaceId: string): Promise<Kept> {
  const sources = await db.getRepository(Source).findBy({ workspaceId });
  const settings = (id: string) => sources.find((source) => source.id === id)?.settings ?? {};
  const port = (id: string) => Number(new URL(String(settings(id).baseUrl ?? 'http://127.0.0.1:0')).port);
  const until = settings('hubspot').sampleUntil;
  return { until: typeof until === 'string' ? new Date(until) : null, ports: { hubspot: port('hubspot'), zendesk: port('zendesk') } };
}

/** On the ports of the last start, since records link to them; on others when somebody has taken these. */
async function standIns(until: Date, ports: Kept['ports']): Promise<Sandbox> {
  try {
    return await startSandbox({ until, ports });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return startSandbox({ until });
  }
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
