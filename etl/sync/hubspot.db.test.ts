import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { change } from '../sandbox/company/change.js';
import { startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import type { RunOutcome } from './run.js';
import { runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;

async function connected({ wonDeals = 60, settings = {}, perTenSeconds = 10_000 } = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const standIn = await startHubspotStandIn(company, {
    now: () => new Date(until.getTime() + 10 * HOUR),
    perTenSeconds,
    searchesPerSecond: 1_000,
  });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  await connectSource(db, {
    workspaceId,
    id: 'crm',
    kind: 'hubspot',
    settings: { baseUrl: standIn.url, portalId: company.portalId, ...settings },
    credentials: standIn.credentials,
    createdAt: until,
  });
  const sync = (at: Date): Promise<RunOutcome> =>
    runSync(db, { workspaceId, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now: () => at });
  return { db, company, standIn, workspaceId, sync };
}

const total = ({ streams }: RunOutcome, count: 'readCount' | 'writtenCount' | 'rejectedCount') =>
  streams.reduce((sum, stream) => sum + stream[count], 0);

test('the first sync brings every record, and the second changes nothing', async () => {
  const { db, company, workspaceId, sync } = await connected();
  const first = await sync(until);
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  const [{ count }] = await db.query(`select count(*)::int as count from record where workspace_id = $1`, [workspaceId]);
  expect(count).toBe(company.owners.length + 2 + company.companies.length + company.deals.length + company.tasks.length);
  const hashes = await tableHashes(db, workspaceId);
  const second = await sync(new Date(until.getTime() + HOUR));
  expect(total(second, 'writtenCount')).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('only what changed is written', async () => {
  const { company, sync } = await connected();
  await sync(until);
  const at = new Date(until.getTime() + HOUR);
  const changed = change(company, 0.05, at).filter(({ kind }) => ['company', 'deal', 'task'].includes(kind));
  expect(changed.length).toBeGreaterThan(5);
  const next = await sync(new Date(at.getTime() + HOUR));
  expect(total(next, 'writtenCount')).toBe(changed.length);
});
