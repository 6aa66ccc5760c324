import { expect, test } from 'vitest';
import { deriveHandoffs } from '../../etl/handoff/derive.js';
import { placeByHand } from '../../etl/handoff/place-by-hand.js';
import { Workspace } from '../../etl/warehouse/index.js';
import { at, deriving } from '../../test/deriving.js';
import { BUILT_IN } from '../definition/definition.js';
import { saveDefinition } from '../definition/save-definition.js';

/** A workspace with a handoff, and how often a person has changed something in it. */
async function told() {
  const { db, won, book } = await deriving();
  const { workspaceId } = book;
  const count = async () => Number((await db.getRepository(Workspace).findOneByOrFail({ id: workspaceId })).byHandCount);
  await won('1', '2025-03-01');
  await deriveHandoffs(db, workspaceId, { bySync: true });
  return { db, workspaceId, count };
}

test('what a sync brings is nothing that a person changed', async () => {
  const { db, workspaceId, count } = await told();
  expect(await count()).toBe(0);
  await deriveHandoffs(db, workspaceId, { bySync: true });
  expect(await count()).toBe(0);
});

test('whoever else derives changes something by hand, also where a sync has derived it just before', async () => {
  const { db, workspaceId, count } = await told();
  await placeByHand(db, { workspaceId, sourceId: 'crm', kind: 'company', externalId: '1' }, { to: null, at: at('2025-03-02') });
  await deriveHandoffs(db, workspaceId, { bySync: true });
  await deriveHandoffs(db, workspaceId, { cause: { kind: 'match' } });
  expect(await count()).toBe(1);
});

test('a definition is seen when it is decided, and again when all handoffs are told by it', async () => {
  const { db, workspaceId, count } = await told();
  const decide = (definition: typeof BUILT_IN, from: number) =>
    saveDefinition(db, workspaceId, { definition, from, note: 'why', by: null, at: at('2025-03-02') });
  await decide({ ...BUILT_IN, windows: { ...BUILT_IN.windows, churnDays: 60 } }, 1);
  expect(await count()).toBe(1);
  const byKickoff = { ...BUILT_IN.rules, firstValue: [{ product: null, when: 'kickoff-held' as const, task: null }] };
  await decide({ ...BUILT_IN, rules: byKickoff }, 2);
  expect(await count()).toBe(2);
  // The next derivation may be a sync's.
  await deriveHandoffs(db, workspaceId, { bySync: true });
  expect(await count()).toBe(3);
});

test('what was not decided is not seen', async () => {
  const { db, workspaceId, count } = await told();
  const unchanged = saveDefinition(db, workspaceId, { definition: BUILT_IN, from: 1, note: 'why', by: null, at: at('2025-03-02') });
  await expect(unchanged).rejects.toThrow('nothing would change');
  expect(await count()).toBe(0);
});
