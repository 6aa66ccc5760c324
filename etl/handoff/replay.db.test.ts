import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnyFact, anyFact } from '../../test/any-fact.js';
import { freshDatabase, type TestDatabase } from '../../test/database.js';
import { factBook } from '../../test/fact-book.js';
import { HandMatch } from '../warehouse/index.js';
import { deriveHandoffs } from './derive.js';

/** A seed that once found a fault; REPLAYS=500 looks for others, each time elsewhere. */
const explored = process.env.REPLAYS ? { numRuns: Number(process.env.REPLAYS) } : { numRuns: 25, seed: -520702190 };

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.db.destroy());

/** Everything the derivation writes, but for when it wrote it. A handoff that is gone is as one that never was. */
async function derived(db: DataSource, workspaceId: string): Promise<Record<string, unknown>> {
  const tables: [string, string][] = [
    ['account', ''],
    ['handoff', 'and removed_at is null'],
    ['handoff_event', ''],
    ['excluded_deal', ''],
    ['account_fact', ''],
  ];
  const rows = tables.map(async ([table, condition]) => {
    const found = await db.query<{ row: string }[]>(
      `select (to_jsonb(t) - 'workspace_id' - 'revision')::text as row from ${table} t where workspace_id = $1 ${condition} order by 1`,
      [workspaceId],
    );
    return [table, found.map(({ row }) => row)] as const;
  });
  const links = await db.query(
    'select source_id, external_id, account_id, reason from account_link where workspace_id = $1 order by source_id, external_id',
    [workspaceId],
  );
  return { ...Object.fromEntries(await Promise.all(rows)), links };
}

/** What people have placed by hand, before anything of it was read. */
const BY_HAND: Pick<HandMatch, 'kind' | 'sourceId' | 'externalId' | 'toSourceId' | 'toExternalId'>[] = [
  { kind: 'company', sourceId: 'desk', externalId: 'c2', toSourceId: 'crm', toExternalId: 'c1' },
  { kind: 'company', sourceId: 'crm', externalId: 'c4', toSourceId: null, toExternalId: null },
  { kind: 'person', sourceId: 'desk', externalId: 'p2', toSourceId: 'crm', toExternalId: 'c3' },
  { kind: 'ticket', sourceId: 'desk', externalId: 't3', toSourceId: 'crm', toExternalId: 'c1' },
  { kind: 'subscription', sourceId: 'crm', externalId: 'u1', toSourceId: 'desk', toExternalId: 'c3' },
  { kind: 'survey response', sourceId: 'crm', externalId: 'r1', toSourceId: 'crm', toExternalId: 'c2' },
];

async function tellAndDerive(db: DataSource, batches: AnyFact[][]): Promise<string> {
  const book = await factBook(db);
  const decidedAt = new Date('2025-01-01T00:00:00Z');
  await db.getRepository(HandMatch).insert(BY_HAND.map((match) => ({ ...match, workspaceId: book.workspaceId, decidedAt })));
  for (const batch of batches) {
    for (const { table, fact } of batch) await book.tell(table, fact);
    await deriveHandoffs(db, book.workspaceId);
  }
  return book.workspaceId;
}

const lastOfEach = (facts: AnyFact[]) => [
  ...new Map(facts.map((told) => [`${told.table.name} ${told.fact.sourceId} ${told.fact.externalId}`, told])).values(),
];

test('deriving after every batch of facts gives what one derivation of all of them gives', async () => {
  const batches = fc.array(fc.array(anyFact, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(batches, async (told) => {
      const step = await tellAndDerive(fresh.db, told);
      const once = await tellAndDerive(fresh.db, [lastOfEach(told.flat())]);
      expect(await derived(fresh.db, step)).toEqual(await derived(fresh.db, once));
    }),
    explored,
  );
}, 600_000);

test('reading everything again changes nothing', async () => {
  const facts = fc.array(anyFact, { minLength: 40, maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(facts, async (told) => {
      const book = await factBook(fresh.db);
      for (const { table, fact } of lastOfEach(told)) await book.tell(table, fact);
      await deriveHandoffs(fresh.db, book.workspaceId);
      const before = await derived(fresh.db, book.workspaceId);
      await book.tellAllAgain();
      expect(await deriveHandoffs(fresh.db, book.workspaceId)).toMatchObject({ changed: 0 });
      expect(await derived(fresh.db, book.workspaceId)).toEqual(before);
    }),
    { ...explored, numRuns: 5 },
  );
});
