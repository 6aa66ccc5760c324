import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSync } from '../etl/sync/run.js';
import { within } from '../etl/warehouse/index.js';
import { verifyAudit } from '../server/access/audit/verify.js';
import { openSample, type Sample } from '../server/source/sample.js';
import { findCanaries } from './canary.js';
import { SAMPLE_NOW, sampleServer } from './sample.js';
import type { TestServer } from './server.js';

const key = Buffer.alloc(32, 1);
let server: TestServer;
let sample: Sample;

beforeAll(async () => {
  server = await sampleServer();
  sample = await openSample(server.db, { secretKey: key, now: SAMPLE_NOW });
}, 300_000);
afterAll(async () => {
  await sample?.close();
  await server?.close();
});

interface Known {
  name: string;
  email: string;
}

/** Somebody with an address and the most records. */
async function somebody(sql: string): Promise<Known> {
  const [found] = await server.db.query<Known[]>(sql, [server.workspace.id]);
  if (!found) throw new Error('The sample company knows nobody like that.');
  return found;
}

/** Everything is read again from the first record. */
async function readAgain(): Promise<void> {
  const { db, workspace } = server;
  await db.query(`delete from cursor where workspace_id = $1`, [workspace.id]);
  for (const sourceId of sample.sourceIds) {
    const run = { workspaceId: workspace.id, sourceId, trigger: 'hand', secretKey: key, now: () => SAMPLE_NOW } as const;
    const { outcome, error } = await within(workspace.id, () => runSync(db, run));
    expect([outcome, error]).toEqual(['succeeded', null]);
  }
}

const left = async ({ name, email }: Known) => ({ ...(await findCanaries(server.db, email)), ...(await findCanaries(server.db, name)) });
const count = async () => {
  const [row] = await server.db.query<{ handoffs: number; owned: number }[]>(
    `select count(*)::int as handoffs, count(distinct owner_name)::int as owned from handoff where workspace_id = $1 and removed_at is null`,
    [server.workspace.id],
  );
  return row;
};

const CUSTOMER = `select p.name, p.email from person p join message m on m.workspace_id = p.workspace_id and m.source_id = p.source_id and m.author_external_id = p.external_id
  where p.workspace_id = $1 and not p.internal and p.email is not null and p.name ~ ' ' group by 1, 2 order by count(*) desc, 2 limit 1`;
const OWNER = `select p.name, p.email from person p join handoff h on h.workspace_id = p.workspace_id and h.owner_name = p.name
  where p.workspace_id = $1 and p.internal and p.email is not null group by 1, 2 order by count(*) desc, 2 limit 1`;

test('people are forgotten, reading everything again does not bring them back, and handoffs are still counted', {
  timeout: 300_000,
}, async () => {
  const { agent, db, workspace } = server;
  const [customer, owner] = [await somebody(CUSTOMER), await somebody(OWNER)];
  const before = await count();
  const ask = (email: string, preview: boolean) => agent.post('/api/erasure').send({ email, preview }).expect(200);
  const { body: preview } = await ask(customer.email, true);
  expect(preview.people).toBeGreaterThan(0);
  expect(preview.said).toBeGreaterThan(0);
  for (const them of [customer, owner]) {
    expect(await left(them)).not.toEqual({});
    await ask(them.email.toUpperCase(), false);
    expect(await left(them)).toEqual({});
    expect((await ask(them.email, true)).body).toEqual({ preview: true, people: 0, said: 0, rows: {} });
  }
  expect(await count()).toEqual(before);
  await readAgain();
  expect({ ...(await left(customer)), ...(await left(owner)) }).toEqual({});
  expect(await count()).toEqual(before);
  expect((await verifyAudit(db, workspace.id, key)).fault).toBeNull();
});

test('in a held workspace nobody is forgotten', async () => {
  const { agent, workspace } = server;
  const them = await somebody(CUSTOMER);
  await agent.put(`/api/workspace/${workspace.id}/hold`).send({ reason: 'a case' }).expect(204);
  await agent.post('/api/erasure').send({ email: them.email, preview: false }).expect(409);
  await agent.delete(`/api/workspace/${workspace.id}/hold`).expect(204);
});
