import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveHandoffs } from '../etl/handoff/derive.js';
import { AccountLink, Deal, DealStageChange, PendingChange, Person, Source, Ticket } from '../etl/warehouse/index.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const at = (day: string) => new Date(`${day}T12:00:00Z`);

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ now: NOW });
  await tell();
});
afterAll(() => server.close());

/** A customer with a won deal, and a desk in which a stranger and an unknown company have written. */
async function tell(): Promise<void> {
  const { db } = server;
  const workspaceId = server.workspace.id;
  const of = (sourceId: string, id: string) => ({ workspaceId, sourceId, externalId: id, stream: 'all', recordId: id });
  for (const id of ['crm', 'desk'])
    await db.getRepository(Source).insert({ workspaceId, id, kind: 'nowhere', name: id.toUpperCase(), createdAt: NOW });
  await db.getRepository(AccountLink).insert([
    { ...of('crm', '1'), name: 'Acme GmbH', domain: 'acme.com', startedAt: at('2025-01-01') },
    { ...of('desk', '9'), name: 'Acme', domain: 'acme-it.example' },
  ]);
  await db.getRepository(Deal).insert({ ...of('crm', 'd'), accountExternalId: '1', name: 'Acme seats', won: true, stage: 'won' });
  await db
    .getRepository(DealStageChange)
    .insert({ ...of('crm', 'h'), dealExternalId: 'd', stage: 'won', enteredAt: at('2025-02-01'), won: true });
  await db.getRepository(Person).insert({ ...of('desk', 'p'), name: 'Jo', email: 'jo@gmail.com', internal: false, active: true });
  const urgent = { priority: 'urgent', openedAt: at('2025-02-20'), tags: [] };
  await db.getRepository(Ticket).insert([
    { ...of('desk', 't1'), ...urgent, accountExternalId: '9', subject: 'Down' },
    { ...of('desk', 't2'), ...urgent, requesterExternalId: 'p', subject: 'Down too' },
  ]);
  const records = [
    ['crm', '1'],
    ['crm', 'd'],
    ['crm', 'h'],
    ['desk', '9'],
    ['desk', 'p'],
    ['desk', 't1'],
    ['desk', 't2'],
  ] as const;
  await db.getRepository(PendingChange).insert(records.map(([sourceId, recordId]) => ({ workspaceId, sourceId, stream: 'all', recordId })));
  await deriveHandoffs(db, workspaceId);
}

const unmatched = async () => (await server.agent.get('/api/match/unmatched').expect(200)).body;
const acme = async (): Promise<string> => (await server.agent.get('/api/match/account?search=acme gm').expect(200)).body.accounts[0].id;
const company = { kind: 'company', sourceId: 'desk', externalId: '9' };

describe('what leads to no account', () => {
  it('is counted, and listed with accounts of a like name', async () => {
    expect(await unmatched()).toMatchObject({
      ticketCount: 2,
      count: 2,
      dealSources: 1,
      unmatched: [
        { ...company, sourceName: 'DESK', name: 'Acme', suggestions: [{ accountId: await acme(), name: 'Acme GmbH', why: 'same name' }] },
        { kind: 'person', externalId: 'p', address: 'jo@gmail.com', suggestions: [] },
      ],
    });
  });

  it('is matched by a decision, listed and taken back', async () => {
    const accountId = await acme();
    const { body } = await server.agent
      .put('/api/match')
      .send({ ...company, accountId })
      .expect(200);
    expect(body).toEqual({ changedHandoffs: 1 });
    expect(await unmatched()).toMatchObject({ count: 1, ticketCount: 1 });
    const { body: decided } = await server.agent.get('/api/match').expect(200);
    expect(decided).toMatchObject({
      count: 1,
      placements: [{ ...company, name: 'Acme', accountId, accountName: 'Acme GmbH', apart: false }],
    });
    await server.agent.delete('/api/match').query(company).expect(200, { changedHandoffs: 1 });
    expect(await unmatched()).toMatchObject({ count: 2 });
  });

  it('can be set apart for good', async () => {
    await server.agent
      .put('/api/match')
      .send({ ...company, accountId: null })
      .expect(200);
    const { body } = await server.agent.get('/api/match').expect(200);
    expect(body.placements).toMatchObject([{ apart: true, accountId: null }]);
    await server.agent.delete('/api/match').query(company).expect(200);
  });
});

describe('a wrong decision', () => {
  it.each([
    ['an unknown kind', { ...company, kind: 'deal', accountId: null }, 400],
    ['something no source holds', { ...company, externalId: 'no such', accountId: null }, 404],
    ['an unknown account', { ...company, accountId: '00000000-0000-4000-8000-000000000000' }, 404],
    ['an unknown field', { ...company, accountId: null, workspaceId: 'other' }, 400],
  ])('of %s is refused with the next step', async (_, body, status) => {
    const answer = await server.agent.put('/api/match').send(body).expect(status);
    expect(answer.body.detail).toMatch(/\w/);
    expect((await server.agent.get('/api/match')).body.count).toBe(0);
  });

  it('cannot be taken back twice', async () => {
    await server.agent.delete('/api/match').query(company).expect(404);
  });

  it('is not made by a stranger', async () => {
    await server.stranger
      .put('/api/match')
      .send({ ...company, accountId: null })
      .expect(401);
    await server.stranger.get('/api/match/unmatched').expect(401);
  });
});
