import type { DataSource } from 'typeorm';
import { type Sandbox, startSandbox } from '../../etl/sandbox/sandbox.js';
import { allowOrigin } from '../../etl/source/reach.js';
import { sealCredentials } from '../../etl/sync/credentials.js';
import { type SecretKey, Source, type Workspace, within } from '../../etl/warehouse/index.js';
import { makeWorkspace, workspaceOf } from '../access/workspaces.js';

/** The sample company and the stand-ins of its tools, for as long as this is open. */
export interface Sample {
  workspace: Workspace;
  /** In the order in which they are read first. */
  sourceIds: string[];
  /** True once a month that was first recorded wrongly has been put right. */
  corrected: boolean;
  /** Puts it right in the tools; the next reading finds it. */
  correct(): Promise<void>;
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
export async function openSample(db: DataSource, { secretKey, now }: { secretKey: SecretKey; now: Date }): Promise<Sample> {
  const workspace = (await workspaceOf(db, { sample: true })) ?? (await makeWorkspace(db, SAMPLE, now));
  return within(workspace.id, () => openSampleIn(db, { workspace, secretKey, now }));
}

async function openSampleIn(
  db: DataSource,
  { workspace, secretKey, now }: { workspace: Workspace; secretKey: SecretKey; now: Date },
): Promise<Sample> {
  const kept = await keptOf(db, workspace.id);
  const until = kept.until ?? now;
  const sandbox = await standIns(until, kept.ports);
  if (kept.corrected) sandbox.correct();
  await decideTargets(db, { workspaceId: workspace.id, until });
  const { company, hubspot, zendesk } = sandbox;
  for (const { url } of [hubspot, zendesk]) allowOrigin(url);
  const standing = { sampleUntil: until.toISOString(), sampleCorrected: kept.corrected };
  const connect = (tool: Tool) => connectTool(db, { workspaceId: workspace.id, secretKey, now, standing, ...tool });
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
  const correct = async () => {
    sandbox.correct();
    await within(workspace.id, () =>
      db.query(`update source set settings = settings || '{"sampleCorrected": true}' where workspace_id = $1`, [workspace.id]),
    );
  };
  return { workspace, sourceIds: ['hubspot', 'zendesk'], corrected: kept.corrected, correct, close: () => sandbox.close() };
}

const DECIDED_BEFORE = 120 * 86_400_000;

/** The company changed its mind about one target some months ago. */
async function decideTargets(db: DataSource, { workspaceId, until }: { workspaceId: string; until: Date }): Promise<void> {
  const definition = {
    targets: { 'first-value': { standard: 30 * 24, enterprise: 45 * 24 } },
    kpiTargets: { 'time-to-first-value': { all: null, standard: 30, enterprise: 45 } },
  };
  const note = 'Enterprise customers now start with one site: they must have value within 45 days, no longer 60.';
  await db.query(
    `insert into definition_version (workspace_id, version, definition, note, decided_at, decided_by, applied_at)
     values ($1, 2, $2, $3, $4, $5, $4) on conflict (workspace_id, version) do nothing`,
    [workspaceId, definition, note, new Date(until.getTime() - DECIDED_BEFORE), 'RevOps'],
  );
}

interface Kept {
  until: Date | null;
  corrected: boolean;
  ports: { hubspot: number; zendesk: number };
}

/** What earlier starts have left in the settings of the sources. */
async function keptOf(db: DataSource, workspaceId: string): Promise<Kept> {
  const sources = await db.getRepository(Source).findBy({ workspaceId });
  const settings = (id: string) => sources.find((source) => source.id === id)?.settings ?? {};
  const port = (id: string) => Number(new URL(String(settings(id).baseUrl ?? 'http://127.0.0.1:0')).port);
  const { sampleUntil: until, sampleCorrected } = settings('hubspot');
  const corrected = sampleCorrected === true;
  return {
    until: typeof until === 'string' ? new Date(until) : null,
    corrected,
    ports: { hubspot: port('hubspot'), zendesk: port('zendesk') },
  };
}

/** On the ports of the last start, since records link to them; on others when somebody has taken these. */
async function standIns(until: Date, ports: Kept['ports']): Promise<Sandbox> {
  try {
    return await startSandbox({ until, ports, asFirstRecorded: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return startSandbox({ until, asFirstRecorded: true });
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
  secretKey: SecretKey;
  now: Date;
  /** What a later start must know. */
  standing: Record<string, unknown>;
}

async function connectTool(db: DataSource, { workspaceId, secretKey, now, standing, ...tool }: Connection): Promise<void> {
  const settings = { ...tool.settings, ...standing };
  const sealed = sealCredentials(tool.credentials, { key: secretKey, workspaceId, sourceId: tool.id });
  await db.query(
    `insert into source (workspace_id, id, kind, name, settings, credentials, schedule, period_minutes, created_at)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id, id) do update
       set settings = excluded.settings, credentials = excluded.credentials, paused_reason = excluded.paused_reason`,
    [workspaceId, tool.id, tool.name, settings, sealed, SCHEDULE, PERIOD_MINUTES, now],
  );
}
