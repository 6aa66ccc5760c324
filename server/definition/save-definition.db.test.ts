import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DefinitionVersion, Workspace } from '../../etl/warehouse/index.js';
import { freshDatabase } from '../../test/database.js';
import { Clock } from '../http/clock.js';
import { silentLog } from '../http/log.js';
import { choicesOf } from './choices.js';
import { BUILT_IN, type Definition } from './definition.js';
import { currentDefinition, definitionOf } from './definition-of.js';
import { Derivations } from './derivations.js';
import { NothingDecided, StaleDefinition, saveDefinition } from './save-definition.js';
import { mixOf, newest, versionsOf } from './versions.js';

let db: DataSource;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});
afterAll(() => db.destroy());

const AT = new Date('2026-03-01T08:00:00Z');

async function workspaceId(): Promise<string> {
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Test', timeZone: 'UTC', currency: 'EUR', createdAt: AT });
  return id;
}

const shorterChurn: Definition = { ...BUILT_IN, windows: { ...BUILT_IN.windows, churnDays: 60 } };
const byKickoff: Definition = {
  ...BUILT_IN,
  rules: { ...BUILT_IN.rules, firstValue: [{ product: null, when: 'kickoff-held', task: null }] },
};

const save = (id: string, definition: Definition, from: number) =>
  saveDefinition(db, id, { definition, from, note: 'why', by: 'Rita', at: AT });
const stored = (workspaceId: string, version: number) => db.getRepository(DefinitionVersion).findOneByOrFail({ workspaceId, version });

test('a version holds what was decided, and stores what differs only', async () => {
  const id = await workspaceId();
  expect(await save(id, shorterChurn, 1)).toBe(2);
  expect((await currentDefinition(db, id)).definition).toEqual(shorterChurn);
  expect(await stored(id, 2)).toMatchObject({
    definition: { windows: shorterChurn.windows },
    note: 'why',
    decidedBy: 'Rita',
    decidedAt: AT,
  });
  expect(Object.keys((await stored(id, 2)).definition)).toEqual(['windows']);
  expect((await definitionOf(db, id, 1))?.definition).toEqual(BUILT_IN);
  expect(await definitionOf(db, id, 3)).toBeNull();
});

test('of two who decide at once one is told', async () => {
  const id = await workspaceId();
  const outcomes = await Promise.allSettled([save(id, shorterChurn, 1), save(id, byKickoff, 1)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(StaleDefinition);
});

test('what holds already is not decided again', async () => {
  const id = await workspaceId();
  await expect(save(id, structuredClone(BUILT_IN), 1)).rejects.toThrow(NothingDecided);
  expect(await versionsOf(db, id)).toHaveLength(1);
});

test('only other rules leave handoffs to be derived, and what follows before they are, does too', async () => {
  const id = await workspaceId();
  await save(id, shorterChurn, 1);
  expect((await stored(id, 2)).appliedAt).toEqual(AT);
  await save(id, byKickoff, 2);
  expect((await stored(id, 3)).appliedAt).toBeNull();
  const halfway = randomUUID();
  await db.getRepository(DefinitionVersion).update({ workspaceId: id, version: 3 }, { appliedThrough: halfway });
  await save(id, { ...byKickoff, windows: shorterChurn.windows }, 3);
  expect(await stored(id, 4)).toMatchObject({ appliedAt: null, appliedThrough: halfway });
});

test('numbers are said to be mixed while handoffs follow other rules than those asked for', async () => {
  const id = await workspaceId();
  await save(id, byKickoff, 1);
  const during = await versionsOf(db, id);
  expect(mixOf(during, newest(during))).toContain('being derived anew by the rules of version 2');
  await db.getRepository(DefinitionVersion).update({ workspaceId: id, version: 2 }, { appliedAt: AT });
  const [builtIn, ...after] = await versionsOf(db, id);
  if (!builtIn) throw new Error('no built-in version');
  expect(mixOf([builtIn, ...after], newest(after))).toBeNull();
  expect(mixOf([builtIn, ...after], builtIn)).toContain('derived by the rules of version 2, which differ');
});

test('what a stop interrupted goes on after the next start', async () => {
  const id = await workspaceId();
  await save(id, byKickoff, 1);
  const derivations = new Derivations(db, new Clock(() => AT), silentLog());
  await derivations.onApplicationBootstrap();
  await derivations.onApplicationShutdown();
  expect((await stored(id, 2)).appliedAt).toEqual(expect.any(Date));
});

test('an empty workspace has seen nothing to choose from but the two segments', async () => {
  const nothing = { products: [], stages: [], tags: [], priorities: [], tasks: [] };
  expect(await choicesOf(db, await workspaceId())).toEqual({ ...nothing, segments: ['standard', 'enterprise'] });
});
