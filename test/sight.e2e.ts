import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sees, type Visibility } from '../server/handoff/visibility.js';
import type { KpiAnswer } from '../server/kpi/kpi.schema.js';
import { ensureFirstReport } from '../server/report/reports.js';
import { countOf, countWords } from '../server/report/words.js';
import type { RiskAnswer } from '../server/risk/risk.schema.js';
import { SAMPLE_NOW, sampleServer } from './sample.js';
import type { TestServer } from './server.js';
import { signInAs } from './sign-in-as.js';
import { type MemberSession, signInMember } from './sign-in-member.js';

const PERIOD = { from: '2024-10-01', to: '2026-10-06' };

interface Person {
  name: string;
  email: string;
}

interface Seen extends MemberSession {
  /** A session that is told the same names by hand: visibility.e2e.ts says what it may be told. */
  told: TestServer['agent'];
  ids: string[];
}

let server: TestServer;
let dataDirectory: string;
let people: Person[];
const seen: Record<string, Seen> = {};

const of = (sight: string): Seen => {
  const one = seen[sight];
  if (!one) throw new Error(`Nobody sees ${sight}.`);
  return one;
};

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-sight-'));
  server = await sampleServer({ dataDirectory });
  people = await server.db.query<Person[]>(
    `select p.name, p.email from person p
     where p.workspace_id = $1 and p.internal and p.email is not null
       and (select count(*) from handoff h where h.workspace_id = $1 and p.name in (h.owner_name, h.csm_name)) > 20
       and not exists (select 1 from person o where o.workspace_id = $1 and o.name = p.name and o.email is distinct from p.email)
     group by p.name, p.email order by p.name`,
    [server.workspace.id],
  );
  const [one, two, three, four] = people;
  if (!one || !two || !three || !four) throw new Error('The sample company has too few people with handoffs.');
  const admin = await signInMember(server, { role: 'admin' });
  const { body: team } = await admin.agent
    .post('/api/team')
    .send({ name: 'North', owners: [two.name] })
    .expect(201);
  await signInMember(server, { role: 'csm', email: three.email, teamId: team.id });
  const manager = await signInMember(server, { role: 'manager', teamId: team.id });
  await admin.agent
    .patch(`/api/member/${manager.login.id}`)
    .send({ owners: [four.name] })
    .expect(200);
  // Of the team, and seeing only their own.
  const csm = await signInMember(server, { role: 'manager', sight: 'mine', email: one.email, teamId: team.id });
  await note('all', admin, { kind: 'all' });
  await note('team', manager, { kind: 'people', names: [one.name, two.name, three.name, four.name].sort() });
  await note('mine', csm, { kind: 'people', names: [one.name] });
  await ensureFirstReport(server.db, server.workspace, SAMPLE_NOW);
});
afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

async function note(sight: string, member: MemberSession, visibility: Visibility): Promise<void> {
  const handoffs = await server.db.query<{ id: string; ownerName: string | null; csmName: string | null }[]>(
    `select id, owner_name as "ownerName", csm_name as "csmName" from handoff where workspace_id = $1 and removed_at is null`,
    [server.workspace.id],
  );
  const ids = handoffs.filter((handoff) => sees(visibility, handoff)).map(({ id }) => id);
  seen[sight] = { ...member, told: await signInAs(server, visibility), ids: ids.sort() };
}

const get = async (agent: TestServer['agent'], path: string, query: object = PERIOD) =>
  (await agent.get(path).query(query).expect(200)).body;

test('the three see different handoffs', () => {
  const [all, team, mine] = [of('all').ids.length, of('team').ids.length, of('mine').ids.length];
  expect(mine).toBeGreaterThan(20);
  expect(team).toBeGreaterThan(mine);
  expect(all).toBeGreaterThan(team);
});

describe.each(['all', 'team', 'mine'])('who sees %s', (sight) => {
  test('is told as many handoffs by number, list, process and export', async () => {
    const { agent, ids } = of(sight);
    const { kpis, handoffs }: { kpis: KpiAnswer[]; handoffs: number } = await get(agent, '/api/kpi');
    expect(handoffs).toBe(ids.length);
    expect((await get(agent, '/api/process')).handoffs).toBe(ids.length);
    for (const { kpi, measure } of kpis) {
      const { total } = await get(agent, `/api/kpi/${kpi.id}/handoff`, { ...PERIOD, limit: 1 });
      const csv = await agent
        .get('/api/handoff/export')
        .query({ ...PERIOD, format: 'csv', kpi: kpi.id })
        .buffer(true)
        .expect(200);
      const rows = csv.text.split('\r\n').length - 2;
      expect({ kpi: kpi.id, total, rows }).toEqual({ kpi: kpi.id, total: measure.n, rows: measure.n });
    }
    const arrow = await agent
      .get('/api/handoff/export')
      .query({ ...PERIOD, format: 'arrow' })
      .responseType('blob')
      .expect(200);
    expect(Array.from(tableFromIPC(arrow.body as Buffer).getChild('id') ?? [], String).sort()).toEqual(ids);
  });

  test.each([
    '/api/kpi?by=csm',
    '/api/kpi/churn-90d?by=owner',
    '/api/dimension',
    '/api/driver/mix?kpi=churn-90d&by=csm',
    '/api/driver/factor',
    '/api/driver/factor/brief-complete/handoff?place=yes&limit=500',
    '/api/driver/people?kpi=churn-90d&by=csm',
    '/api/process',
    '/api/repeat?limit=200',
    '/api/repeat/coverage',
    '/api/restatement',
    '/api/risk?limit=200',
  ])('is told by %s what those names are told', async (path) => {
    const { agent, told } = of(sight);
    expect((await agent.get(path).expect(200)).body).toEqual((await told.get(path).expect(200)).body);
  });

  test('is told of no risk, episode or correction of others', async () => {
    const { agent, ids } = of(sight);
    const mine = new Set(ids);
    const risk: RiskAnswer = await get(agent, '/api/risk', { limit: 200 });
    const repeat = await get(agent, '/api/repeat', { ...PERIOD, limit: 200 });
    const restated = await get(agent, '/api/restatement', { limit: 20 });
    const named = [
      ...risk.items.map(({ handoffId }) => handoffId),
      ...repeat.items.map(({ handoffId }: { handoffId: string }) => handoffId),
      ...(JSON.stringify(restated).match(/"id":"[a-z]+:\d+"/g) ?? []).map((text) => text.slice(6, -1)),
    ];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !mine.has(id))).toEqual([]);
  });

  test('is mailed the numbers that the dashboard says, and whose they are', async () => {
    const { agent, login } = of(sight);
    const { body: listed } = await server.agent.get('/api/report').expect(200);
    const to = login.email.toUpperCase();
    const { body: sent } = await server.agent
      .post(`/api/report/${listed.reports[0].id}/send`)
      .send({ to: [to] })
      .expect(200);
    const { body: mail } = await server.agent.get(`/api/mail/${sent.mails[0].id}`).expect(200);
    const asOf = sent.slot;
    const { kpis }: { kpis: KpiAnswer[] } = await get(agent, '/api/kpi', { asOf });
    for (const { kpi, measure } of kpis.filter((one) => one.kpi.headline)) {
      const [, line = ''] = mail.text.split(`\n${kpi.name}\n`);
      expect({ kpi: kpi.id, line: line.split('\n')[0] }).toMatchObject({ line: expect.stringContaining(`n = ${countWords(measure.n)}`) });
    }
    const risk: RiskAnswer = await get(agent, '/api/risk', { asOf });
    expect(mail.text.toLowerCase()).toContain(`${countOf(risk.accounts, 'account')} at risk`);
    const words = { all: 'everybody’s', team: 'only those of your team', mine: 'only your own' }[sight];
    expect(mail.text).toContain(words);
  });
});

describe('what a member sees', () => {
  const countOfHandoffs = async (agent: TestServer['agent']) => (await get(agent, '/api/kpi')).handoffs;

  test('follows their team, their links and their e-mail in the sources with the next request', async () => {
    const { agent, login } = await signInMember(server, { role: 'csm' });
    const admin = of('all').agent;
    const [first, second] = people;
    expect(await countOfHandoffs(agent)).toBe(0);
    await admin
      .patch(`/api/member/${login.id}`)
      .send({ owners: [first?.name] })
      .expect(200);
    expect(await countOfHandoffs(agent)).toBe(of('mine').ids.length);
    await admin.patch(`/api/member/${login.id}`).send({ owners: [] }).expect(200);
    expect(await countOfHandoffs(agent)).toBe(0);
    // As a sync would, which reads a changed e-mail.
    await server.db.query('update person set email = $3 where workspace_id = $1 and name = $2', [
      ...[server.workspace.id, second?.name, login.email],
    ]);
    expect(await countOfHandoffs(agent)).toBeGreaterThan(20);
    await server.db.query('update person set email = $3 where workspace_id = $1 and name = $2', [
      ...[server.workspace.id, second?.name, second?.email],
    ]);
    expect(await countOfHandoffs(agent)).toBe(0);
  });

  test('is never that of a namesake', async () => {
    const [, , , , fifth] = people;
    const { agent } = await signInMember(server, { role: 'csm', email: 'namesake@baton.example' });
    await server.db.query(
      `insert into person (workspace_id, source_id, external_id, stream, record_id, name, email, internal, active)
       select $1, source_id, 'namesake', stream, 'namesake', name, 'namesake@baton.example', true, true from person
       where workspace_id = $1 and name = $2 limit 1`,
      [server.workspace.id, fifth?.name],
    );
    expect(await countOfHandoffs(agent)).toBe(0);
    await server.db.query(`delete from person where workspace_id = $1 and external_id = 'namesake'`, [server.workspace.id]);
  });

  test('is nothing by mail when their login is disabled', async () => {
    const { login } = await signInMember(server, { role: 'executive' });
    const admin = of('all').agent;
    const { body: listed } = await admin.get('/api/report').expect(200);
    const send = () => admin.post(`/api/report/${listed.reports[0].id}/send`).send({ to: [login.email], asOf: '2026-10-04T06:00:00Z' });
    await admin.patch(`/api/member/${login.id}`).send({ disabled: true }).expect(200);
    const { body } = await send().expect(200);
    expect(body.mails).toEqual([expect.objectContaining({ status: 'failed', error: 'The login of this member is disabled.' })]);
  });

  test('is closed where it cannot be told apart', async () => {
    for (const path of ['/api/mail', '/api/report', '/api/definition']) await of('mine').agent.get(path).expect(403);
  });
});
