import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { type HubspotStandIn, startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import type { CrashPoint } from './crash-point.js';
import { runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const company = sampleCompany({ until, wonDeals: 80 });

let standIn: HubspotStandIn;
let undisturbed: Record<string, string>;
beforeAll(async () => {
  standIn = await startHubspotStandIn(company, { now: () => until, perTenSeconds: 10_000, searchesPerSecond: 1_000 });
  return () => standIn.close();
});

async function connected() {
  const { url, db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const settings = { baseUrl: standIn.url, portalId: company.portalId };
  await connectSource(db, { workspaceId, id: 'crm', kind: 'hubspot', settings, credentials: standIn.credentials, createdAt: until });
  const sync = () => runSync(db, { workspaceId, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now: () => until });
  return { url, db, workspaceId, sync };
}

/** A sync in a process of its own, killed at the given passing of the point. */
async function killedAt(point: string, { url, workspaceId }: { url: string; workspaceId: string }): Promise<string | null> {
  const wanted = JSON.stringify({ url, workspaceId, sourceId: 'crm', at: until });
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

test('an undisturbed run is what the others are compared with', async () => {
  const { db, workspaceId, sync } = await connected();
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  undisturbed = await tableHashes(db, workspaceId);
  expect(Number.parseInt(undisturbed.deal ?? '', 10)).toBeGreaterThan(80);
  expect(Number.parseInt(undisturbed.handoff ?? '', 10)).toBeGreaterThan(40);
});

const POINTS: [CrashPoint, number][] = [
  ['before request', 4],
  ['after response', 5],
  ['after rows', 6],
  ['after rows', 10],
  ['after commit', 7],
  ['before derive', 1],
  ['in derive', 1],
];

test.each(POINTS)('a worker killed %s (passing %i) leaves nothing wrong behind', async (point, passing) => {
  const { url, db, workspaceId, sync } = await connected();
  expect(await killedAt(`${point}:${passing}`, { url, workspaceId })).toBe('SIGKILL');
  await expect(sync()).rejects.toThrow('is being read already');
  expect(await tableHashes(db, workspaceId)).not.toEqual(undisturbed);
  await db.query(`update sync_run set heartbeat_at = now() - interval '61 seconds' where workspace_id = $1`, [workspaceId]);
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(await tableHashes(db, workspaceId)).toEqual(undisturbed);
  const runs = await db.query(`select outcome from sync_run where workspace_id = $1 order by outcome`, [workspaceId]);
  expect(runs).toEqual([{ outcome: 'succeeded' }, { outcome: 'taken over' }]);
});
