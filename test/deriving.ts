import type { DataSource, ObjectLiteral } from 'typeorm';
import { afterAll } from 'vitest';
import { deriveHandoffs } from '../etl/handoff/derive.js';
import { Account, AccountLink, Deal, DealStageChange, ExcludedDeal, Handoff, HandoffEvent, Workspace } from '../etl/warehouse/index.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { type FactBook, factBook } from './fact-book.js';

/** '2025-03-01' is noon of that day, '2025-03-01 09:30' as it says; UTC. */
export const at = (moment: string) => new Date(`${moment.includes(' ') ? moment.replace(' ', 'T') : `${moment}T12:00`}:00Z`);

/** A workspace to tell facts to, and what is derived from them. */
export interface Deriving {
  db: DataSource;
  tell: FactBook['tell'];
  book: FactBook;
  /** A deal that was won, of a company with the same id. */
  won(id: string, moment: string, told?: Partial<Deal>): Promise<void>;
  derive(): Promise<{ accounts: number; changed: number }>;
  /** Those that stand, by id. */
  handoffs(): Promise<Handoff[]>;
  /** The one of a deal of 'crm'. Throws when there is none. */
  handoff(deal: string): Promise<Handoff>;
  /** Oldest first. */
  events(kind: string): Promise<HandoffEvent[]>;
  accounts(): Promise<Account[]>;
  excluded(): Promise<ExcludedDeal[]>;
  revision(): Promise<number>;
}

/** One database for all tests of a file: each has a workspace of its own, as customers have. */
let fresh: Promise<TestDatabase> | null = null;
afterAll(async () => (await fresh)?.db.destroy());

export async function deriving(): Promise<Deriving> {
  fresh ??= freshDatabase();
  const { db } = await fresh;
  const book = await factBook(db);
  const { workspaceId, tell } = book;
  const find = <T extends ObjectLiteral>(table: new () => T, order: object, where: object = {}) =>
    db.getRepository(table).find({ where: { workspaceId, ...where } as never, order });
  const handoffs = async () => (await find(Handoff, { id: 'ASC' })).filter(({ removedAt }) => removedAt === null);
  return {
    db,
    book,
    tell,
    async won(id, moment, told = {}) {
      await tell(AccountLink, { externalId: id, name: `Company ${id}`, startedAt: at('2024-01-01') });
      await tell(Deal, { externalId: id, accountExternalId: id, name: `Deal ${id}`, stage: 'won', won: true, ...told });
      await tell(DealStageChange, { externalId: `${id}-won`, dealExternalId: id, stage: 'won', enteredAt: at(moment), won: true });
    },
    derive: () => deriveHandoffs(db, workspaceId),
    handoffs,
    async handoff(deal) {
      const found = (await handoffs()).find(({ id }) => id === `crm:${deal}`);
      if (!found) throw new Error(`no handoff of deal ${deal}`);
      return found;
    },
    events: (kind) => find(HandoffEvent, { at: 'ASC', factId: 'ASC', handoffId: 'ASC' }, { kind }),
    accounts: () => find(Account, { name: 'ASC' }),
    excluded: () => find(ExcludedDeal, { dealExternalId: 'ASC' }),
    revision: async () => Number((await db.getRepository(Workspace).findOneByOrFail({ id: workspaceId })).revision),
  };
}
