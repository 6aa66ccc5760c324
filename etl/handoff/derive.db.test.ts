import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { factBook } from '../../test/fact-book.js';
import { AccountLink, Deal, DealStageChange, Event, Handoff, PendingChange } from '../warehouse/index.js';
import { deriveHandoffs } from './derive.js';

test('a won deal is a handoff of its account', async () => {
  const { won, derive, handoffs } = await deriving();
  await won('1', '2025-03-01');
  expect(await derive()).toEqual({ accounts: 1, changed: 1 });
  expect(await handoffs()).toMatchObject([
    { id: 'crm:1', wonAt: at('2025-03-01'), t0Source: 'stage history', accountName: 'Company 1', name: 'Deal 1', revision: '1' },
  ]);
});

test('nothing to do changes nothing', async () => {
  const { won, derive, revision } = await deriving();
  await won('1', '2025-03-01');
  await derive();
  expect(await derive()).toEqual({ accounts: 0, changed: 0 });
  expect(await revision()).toBe(1);
});

test('reading everything again bumps no revision', async () => {
  const { won, derive, revision, book, handoff } = await deriving();
  await won('1', '2025-03-01');
  await derive();
  await book.tellAllAgain();
  expect(await derive()).toEqual({ accounts: 1, changed: 0 });
  expect(await revision()).toBe(1);
  expect((await handoff('1')).revision).toBe('1');
});

test('only handoffs that changed get the new revision', async () => {
  const { won, tell, derive, handoff } = await deriving();
  await won('1', '2025-03-01');
  await won('2', '2025-03-02');
  await derive();
  await tell(Event, { externalId: 'v', kind: 'first-value', at: at('2025-03-20'), dealExternalId: '2' });
  expect(await derive()).toEqual({ accounts: 1, changed: 1 });
  expect((await handoff('1')).revision).toBe('1');
  expect(await handoff('2')).toMatchObject({ revision: '2', firstValueAt: at('2025-03-20') });
});

test('the changes are taken', async () => {
  const { db, book, won, derive } = await deriving();
  await won('1', '2025-03-01');
  await derive();
  expect(await db.getRepository(PendingChange).countBy({ workspaceId: book.workspaceId })).toBe(0);
});

test('a handoff that is no more keeps its row, marked and with the new revision', async () => {
  const { db, book, won, tell, derive, events } = await deriving();
  await won('1', '2025-03-01');
  await derive();
  await tell(Deal, { externalId: '1', accountExternalId: '1', won: false });
  expect(await derive()).toEqual({ accounts: 1, changed: 1 });
  const row = await db.getRepository(Handoff).findOneBy({ workspaceId: book.workspaceId });
  expect(row?.removedAt).not.toBeNull();
  expect(row?.revision).toBe('2');
  expect(await events('deal-won')).toEqual([]);
});

test('a handoff that comes back is not marked any more', async () => {
  const { won, tell, derive, handoff } = await deriving();
  await won('1', '2025-03-01');
  await derive();
  await tell(Deal, { externalId: '1', accountExternalId: '1', won: false });
  await derive();
  await tell(Deal, { externalId: '1', accountExternalId: '1', won: true });
  await derive();
  expect(await handoff('1')).toMatchObject({ removedAt: null, revision: '3' });
});

test('a deal that moves to another company leaves the first', async () => {
  const { won, tell, derive, handoff, events } = await deriving();
  await won('1', '2025-03-01');
  await won('2', '2025-03-02');
  await tell(Event, { externalId: 'gone', kind: 'churned', at: at('2025-06-01'), accountExternalId: '1' });
  await derive();
  expect((await handoff('1')).churnedAt).toEqual(at('2025-06-01'));
  await tell(Deal, { externalId: '1', accountExternalId: '2', name: 'Deal 1', won: true });
  await derive();
  expect(await handoff('1')).toMatchObject({ accountName: 'Company 2', churnedAt: null });
  expect(await events('churned')).toEqual([]);
});

test('two workspaces do not see each other', async () => {
  const first = await deriving();
  await first.won('1', '2025-03-01');
  await first.derive();
  const other = await factBook(first.db);
  await other.tell(AccountLink, { externalId: '1', name: 'Other' });
  await other.tell(Deal, { externalId: '1', accountExternalId: '1', won: true });
  await other.tell(DealStageChange, { externalId: 'h', dealExternalId: '1', stage: 'won', enteredAt: at('2025-04-01'), won: true });
  await deriveHandoffs(first.db, other.workspaceId);
  expect((await first.handoff('1')).accountName).toBe('Company 1');
  expect(await first.db.getRepository(Handoff).findBy({ workspaceId: other.workspaceId })).toMatchObject([{ accountName: 'Other' }]);
});

test('two derivations at once are one after the other', async () => {
  const { won, derive, handoffs, revision } = await deriving();
  for (const id of ['1', '2', '3', '4']) await won(id, '2025-03-01');
  const outcomes = await Promise.all([derive(), derive(), derive()]);
  expect(outcomes.map(({ changed }) => changed).sort()).toEqual([0, 0, 4]);
  expect(await handoffs()).toHaveLength(4);
  expect(await revision()).toBe(1);
});

test('a derivation that fails leaves its changes for the next', async () => {
  const { db, won, derive } = await deriving();
  await won('1', '2025-03-01');
  await db.query('alter table handoff add constraint broken check (false) not valid');
  await expect(derive()).rejects.toThrow('broken');
  await db.query('alter table handoff drop constraint broken');
  expect(await derive()).toMatchObject({ changed: 1 });
});

test('a workspace that does not exist is named', async () => {
  const { db } = await deriving();
  const nobody = randomUUID();
  await expect(deriveHandoffs(db, nobody)).rejects.toThrow(`There is no workspace ${nobody}`);
});

test('what came in bulk is derived in bulk, and the planner knows the tables afterwards', async () => {
  const { db, tell, derive } = await deriving();
  const deals = Array.from({ length: 1_000 }, (_, index) => ({ externalId: `${index}`, won: true, closedAt: at('2025-03-01') }));
  await tell(Deal, ...deals);
  expect(await derive()).toEqual({ accounts: 1_000, changed: 1_000 });
  const known = await db.query<{ name: string }[]>(
    `select relname as name from pg_class where relname in ('deal', 'handoff', 'handoff_event') and reltuples >= 1000 order by 1`,
  );
  expect(known.map(({ name }) => name)).toEqual(['deal', 'handoff', 'handoff_event']);
});
