import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { quickenWaits } from '../../test/drill/quick-clock.js';
import { startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { startZendeskStandIn } from '../sandbox/zendesk-stand-in.js';
import type { CrashPoint } from './crash-point.js';
import { runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const company = sampleCompany({ until, wonDeals: 80 });

type Kind = 'hubspot' | 'zendesk';

interface Target {
  settings: Record<string, unknown>;
  credentials: unknown;
}

const targets = new Map<Kind, Target>();
const undisturbed = new Map<Kind, Record<string, string>>();
beforeAll(async () => {
  const usualWaits = quickenWaits();
  const hubspot = await startHubspotStandIn(company, { now: () => until, perTenSeconds: 10_000, searchesPerSecond: 1_000 });
  const limits = { perMinute: 100_000, cursorExportsPerMinute: 10_000, timeExportsPerMinute: 10_000 };
  const zendesk = await startZendeskStandIn(company, { now: () => until, ...limits });
  targets.set('hubspot', { settings: { baseUrl: hubspot.url, portalId: company.portalId }, credentials: hubspot.credentials });
  targets.set('zendesk', { settings: { baseUrl: zendesk.url }, credentials: zendesk.credentials });
  return async () => {
    usualWaits();
    await Promise.all([hubspot.close(), zendesk.close()]);
  };
});

async function connected(kind: Kind) {
  const { url, db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const target = targets.get(kind);
  if (!target) throw new Error(`no stand-in of ${kind}`);
  await connectSource(db, { workspaceId, id: 'tool', kind, ...target, createdAt: until });
  const sync = () => runSync(db, { workspaceId, sourceId: 'tool', trigger: 'hand', secretKey: testKey, now: () => until });
  return { url, db, workspaceId, sync };
}

/** A sync in a process of its own, killed at the given passing of the point. */
async function killedAt(point: string, { url, workspaceId }: { url: string; workspaceId: string }): Promise<string | null> {
  const wanted = JSON.stringify({ url, workspaceId, sourceId: 'tool', at: until });
  const child = spawn(process.execPath, ['test/child-sync.mjs', wanted], {
    env: { ...process.env, BATON_CRASH_AT: point },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal;
}

test.each([
  ['hubspot', 'deal', 80],
  ['zendesk', 'message', 200],
] as const)('an undisturbed run of %s is what the others are compared with', async (kind, table, least) => {
  const { db, workspaceId, sync } = await connected(kind);
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  const hashes = await tableHashes(db, workspaceId);
  expect(Number.parseInt(hashes[table] ?? '', 10)).toBeGreaterThan(least);
  undisturbed.set(kind, hashes);
});

const POINTS: [Kind, CrashPoint, number][] = [
  ['hubspot', 'before request', 4],
  ['hubspot', 'after response', 5],
  ['hubspot', 'after rows', 6],
  ['hubspot', 'after rows', 10],
  ['hubspot', 'after commit', 7],
  ['hubspot', 'before derive', 1],
  ['hubspot', 'in derive', 1],
  ['zendesk', 'after response', 2],
  ['zendesk', 'after rows', 3],
  ['zendesk', 'after commit', 4],
];

test.each(POINTS)('a worker of %s killed %s (passing %i) leaves nothing wrong behind', async (kind, point, passing) => {
  const { url, db, workspaceId, sync } = await connected(kind);
  expect(await killedAt(`${point}:${passing}`, { url, workspaceId })).toBe('SIGKILL');
  await expect(sync()).rejects.toThrow('is being read already');
  expect(await tableHashes(db, workspaceId)).not.toEqual(undisturbed.get(kind));
  await db.query(`update sync_run set heartbeat_at = now() - interval '61 seconds' where workspace_id = $1`, [workspaceId]);
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(await tableHashes(db, workspaceId)).toEqual(undisturbed.get(kind));
  const runs = await db.query(`select outcome from sync_run where workspace_id = $1 order by outcome`, [workspaceId]);
  expect(runs).toEqual([{ outcome: 'succeeded' }, { outcome: 'taken over' }]);
});
