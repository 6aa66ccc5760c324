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

const NAMESAKE = 'select from person o where o.workspace_id = $1 and o.name = p.name and o.email <> p.email';
const customer = (condition: string) =>
  `select p.name, p.email from person p join message m on m.workspace_id = p.workspace_id and m.source_id = p.source_id and m.author_external_id = p.external_id
  where p.workspace_id = $1 and not p.internal and p.email is not null and p.name ~ ' ' and ${condition} group by 1, 2 order by count(*) desc, 2 limit 1`;
const CUSTOMER = customer(`not exists (${NAMESAKE})`);
const ONE_OF_MANY = customer(`exists (${NAMESAKE})`);
const OWNER = `select p.name, p.email from person p join handoff h on h.workspace_id = p.workspace_id and h.owner_name = p.name
  where p.workspace_id = $1 and p.internal and p.email is not null group by 1, 2 order by count(*) desc, 2 limit 1`;

interface Person extends Known {
  externalId: string;
}

const namesakesOf = ({ name, email }: Known) =>
  server.db.query<Person[]>(
    `select name, email, external_id as "externalId" from person
     where workspace_id = $1 and name = $2 and email <> $3 order by source_id, external_id`,
    [server.workspace.id, name, email],
  );
const ask = async (email: string, preview: boolean) => (await server.agent.post('/api/erasure').send({ email, preview }).expect(200)).body;
const NOBODY = { preview: true, people: 0, said: 0, rows: {} };

let handoffs: Awaited<ReturnType<typeof count>>;
/** Whose name nobody else bears. */
const forgotten: Known[] = [];
let oneOfMany: Known;
let namesakes: Person[];

test('people are forgotten, and handoffs are still counted', { timeout: 300_000 }, async () => {
  handoffs = await count();
  forgotten.push(await somebody(CUSTOMER), await somebody(OWNER));
  const preview = await ask(String(forgotten[0]?.email), true);
  expect(preview.people).toBeGreaterThan(0);
  expect(preview.said).toBeGreaterThan(0);
  for (const them of forgotten) {
    expect(await left(them)).not.toEqual({});
    await ask(them.email.toUpperCase(), false);
    expect(await left(them)).toEqual({});
    expect(await ask(them.email, true)).toEqual(NOBODY);
  }
  expect(await count()).toEqual(handoffs);
});

test('who bears the same name keeps it, and all that is theirs', { timeout: 300_000 }, async () => {
  const { db, workspace } = server;
  oneOfMany = await somebody(ONE_OF_MANY);
  namesakes = await namesakesOf(oneOfMany);
  expect(namesakes.length).toBeGreaterThan(1);
  const records = () =>
    db.query<unknown[]>(
      `select r.payload from person p
       join record r on r.workspace_id = p.workspace_id and r.source_id = p.source_id and r.stream = p.stream and r.external_id = p.record_id
       where p.workspace_id = $1 and p.name = $2 and p.email <> $3 order by p.source_id, p.external_id`,
      [workspace.id, oneOfMany.name, oneOfMany.email],
    );
  const before = await records();
  const { people, rows } = await ask(oneOfMany.email, true);
  expect(rows.person, 'rows of persons').toBe(people);
  await ask(oneOfMany.email, false);
  expect(await namesakesOf(oneOfMany)).toEqual(namesakes);
  expect(await records()).toEqual(before);
  expect(await findCanaries(db, oneOfMany.email)).toEqual({});
  expect(await ask(oneOfMany.email, true)).toEqual(NOBODY);
});

test('reading everything again brings nobody back, and takes no name from others', { timeout: 300_000 }, async () => {
  const { db, workspace } = server;
  await readAgain();
  for (const them of forgotten) expect(await left(them)).toEqual({});
  expect(await findCanaries(db, oneOfMany.email)).toEqual({});
  expect(await namesakesOf(oneOfMany)).toEqual(namesakes);
  expect(await count()).toEqual(handoffs);
  expect((await verifyAudit(db, workspace.id, key)).fault).toBeNull();
});

test('in a held workspace nobody is forgotten', async () => {
  const { agent, workspace } = server;
  const them = await somebody(CUSTOMER);
  await agent.put(`/api/workspace/${workspace.id}/hold`).send({ reason: 'a case' }).expect(204);
  await agent.post('/api/erasure').send({ email: them.email, preview: false }).expect(409);
  await agent.delete(`/api/workspace/${workspace.id}/hold`).expect(204);
});
