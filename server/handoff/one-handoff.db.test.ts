import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ExcludedDeal, Record, Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { KnownHandoffs } from '../../test/known-handoffs.js';
import { knownUntil } from './as-of.js';
import { excludedDeals } from './excluded.js';
import { oneHandoff } from './one-handoff.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const WON = new Date('2026-05-01T12:00:00Z');
const day = (days: number) => new Date(WON.getTime() + days * 86_400_000);

async function company() {
  const { db } = await testDatabase();
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Test', timeZone: 'Europe/Berlin', currency: 'EUR', createdAt: NOW });
  const workspace = await db.getRepository(Workspace).findOneByOrFail({ id });
  const known = new KnownHandoffs(db, id);
  await known.readThrough(NOW);
  await known.won({
    id: 'crm:1',
    wonAt: WON,
    amount: '1200.50',
    currency: 'EUR',
    kickoffAt: day(3),
    firstValueAt: day(20),
    briefSectionAt: [day(-2), null, day(1), null, null, null],
    dimensions: { region: 'EMEA' },
  });
  await known.happened(
    { handoffId: 'crm:1', kind: 'brief-section-filled', at: day(-2), detail: 'customer-context', recordId: 'brief' },
    { handoffId: 'crm:1', kind: 'kickoff-held', at: day(3), title: 'Kickoff call', recordId: 'task-1' },
    {
      handoffId: 'crm:1',
      kind: 'information-repeated',
      at: day(9),
      detail: 'inferred',
      evidence: 'as I told your colleague',
      recordId: 'message',
    },
    { handoffId: 'crm:1', kind: 'first-value', at: day(20), recordId: 'event' },
  );
  await known.recorded('task-1');
  const ask = async (asOf: Date, handoffId = 'crm:1') =>
    oneHandoff(db, workspace, { id: handoffId, known: await knownUntil(db, id, asOf) });
  return { db, workspace, known, ask };
}

test('one handoff is read in working hours where these are asked for', async () => {
  const { db, workspace } = await company();
  const answered = await oneHandoff(db, workspace, { id: 'crm:1', known: await knownUntil(db, workspace.id, NOW), time: 'working' });
  const read = answered?.clocks.map(({ id, working }) => [id, working]);
  expect(read).toContainEqual(['welcome', true]);
  expect(read).toContainEqual(['kickoff', false]);
});

test('one handoff says what happened when, each with its record and the way to see it', async () => {
  const { ask } = await company();
  const answer = await ask(NOW);
  expect(answer).toMatchObject({
    id: 'crm:1',
    amount: 1200.5,
    arr: null,
    open: true,
    account: { name: 'Account of crm:1', links: [{ name: 'Account of crm:1', reason: 'own', record: { sourceName: 'Our CRM' } }] },
    deal: { recordId: 'crm:1', url: 'https://crm.example/deals/crm:1' },
    brief: [
      { label: 'Customer context', filledAt: day(-2).toISOString() },
      { filledAt: null },
      { filledAt: day(1).toISOString() },
      {},
      {},
      {},
    ],
  });
  expect(answer?.timeline.map(({ label, detail, evidence, record }) => [label, detail, evidence, record.url])).toEqual([
    ['Brief section filled', 'Customer context', null, null],
    ['Deal won', null, null, 'https://crm.example/deals/crm:1'],
    ['Kickoff call held', null, null, 'https://crm.example/deals/task-1'],
    ['Customer had to repeat information', 'inferred', 'as I told your colleague', null],
    ['First value', null, null, null],
  ]);
});

test('its clocks are read at the moment asked about', async () => {
  const { ask } = await company();
  const stateOf = async (asOf: Date) => Object.fromEntries((await ask(asOf))?.clocks.map(({ id, state }) => [id, state]) ?? []);
  expect(await stateOf(NOW)).toMatchObject({
    kickoff: 'met',
    'first-value': 'met',
    onboarding: 'breached',
    'promise-conversation': 'not started',
  });
  expect(await stateOf(day(2))).toMatchObject({ kickoff: 'running', 'first-value': 'running', onboarding: 'running' });
  expect((await ask(day(2.5)))?.next).toMatchObject({ id: 'knowledge-transfer', dueAt: day(3).toISOString() });
});

test('at an earlier moment, what came later does not exist', async () => {
  const { ask } = await company();
  const answer = await ask(day(5));
  expect(answer?.timeline.map(({ kind }) => kind)).toEqual(['brief-section-filled', 'deal-won', 'kickoff-held']);
  expect(answer?.moments.find(({ name }) => name === 'firstValueAt')?.at).toBeNull();
  expect(await ask(day(-1))).toBeNull();
});

test('what came after all sources were read is shown and not counted', async () => {
  const { ask, known } = await company();
  await known.readThrough(day(10));
  const answer = await ask(NOW);
  expect(answer?.known.observedUntil).toBe(day(10).toISOString());
  expect(answer?.timeline.map(({ counted }) => counted)).toEqual([true, true, true, true, false]);
  expect(answer?.clocks.find(({ id }) => id === 'first-value')).toMatchObject({ state: 'running', hours: 240 });
});

test('a removed handoff and one that never was are both absent', async () => {
  const { ask, known } = await company();
  await known.won({ id: 'gone', wonAt: WON, removedAt: NOW });
  expect(await ask(NOW, 'gone')).toBeNull();
  expect(await ask(NOW, 'never')).toBeNull();
});

test('a link of a source leads to the web or nowhere', async () => {
  const { ask, db } = await company();
  await db.getRepository(Record).update({ externalId: 'task-1' }, { url: 'javascript:alert(1)', deletedAt: NOW });
  const kickoff = (await ask(NOW))?.timeline.find(({ kind }) => kind === 'kickoff-held');
  expect(kickoff?.record).toMatchObject({ url: null, deleted: true });
});

test('excluded deals are listed with their reason, page after page', async () => {
  const { db, workspace, known } = await company();
  await known.won({ id: 'crm:2', wonAt: WON, removedAt: NOW });
  const deals = Array.from({ length: 5 }, (_, i) => ({
    workspaceId: workspace.id,
    sourceId: 'crm',
    dealExternalId: i === 0 ? 'crm:2' : `x${i}`,
    name: `Deal ${i}`,
    reason: i < 3 ? 'renewal' : 'expansion',
  }));
  await db.getRepository(ExcludedDeal).insert([...deals, { ...(deals[1] ?? deals[0]), workspaceId: randomUUID() }]);
  const first = await excludedDeals(db, workspace.id, { limit: 3 });
  expect(first).toMatchObject({
    total: 5,
    reasons: [
      { reason: 'renewal', count: 3 },
      { reason: 'expansion', count: 2 },
    ],
  });
  expect(first.items[0]).toMatchObject({ id: 'crm:crm:2', reason: 'renewal', record: { url: 'https://crm.example/deals/crm:2' } });
  const second = await excludedDeals(db, workspace.id, { limit: 3, after: first.next ?? '' });
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(deals.map(({ name }) => name));
  expect(second.next).toBeNull();
});
