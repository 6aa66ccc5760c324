import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { type FactBook, factBook } from '../../test/fact-book.js';
import { AccountLink, Deal, DealStageChange, Handoff, Workspace } from '../warehouse/index.js';
import { deriveHandoffs } from './derive.js';

async function setUp() {
  const { db } = await testDatabase();
  const book = await factBook(db);
  return {
    db,
    book,
    derive: () => deriveHandoffs(db, book.workspaceId),
    handoffs: () => db.getRepository(Handoff).find({ where: { workspaceId: book.workspaceId }, order: { id: 'ASC' } }),
    revision: async () => Number((await db.getRepository(Workspace).findOneByOrFail({ id: book.workspaceId })).revision),
  };
}

const at = (day: string) => new Date(`${day}T12:00:00Z`);

/** A deal that was won on a day, of a company with the same id. */
async function won(book: FactBook, id: string, day: string): Promise<void> {
  await book.tell(AccountLink, id, { name: `Company ${id}`, startedAt: at('2024-01-01') });
  await book.tell(Deal, id, { accountExternalId: id, name: `Deal ${id}`, stage: 'won', won: true });
  await book.tell(DealStageChange, `${id}-won`, { dealExternalId: id, stage: 'won', enteredAt: at(day), won: true });
}

test('a won deal is a handoff of its account', async () => {
  const { book, derive, handoffs } = await setUp();
  await won(book, '1', '2025-03-01');
  expect(await derive()).toEqual({ accounts: 1, changed: 1 });
  expect(await handoffs()).toMatchObject([
    { id: 'crm:1', wonAt: at('2025-03-01'), t0Source: 'stage history', accountName: 'Company 1', revision: '1' },
  ]);
});
