import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { expect, test } from 'vitest';
import { Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { CommandMistake } from '../command.js';
import { chosenWorkspace, takeWorkspaceName } from './chosen-workspace.js';

async function withWorkspaces(db: DataSource, ...names: string[]): Promise<void> {
  const plain = { timeZone: 'UTC', currency: 'EUR' };
  // The oldest are named first.
  const rows = names.map((name, day) => ({
    id: randomUUID(),
    name,
    sample: name === 'Sample',
    createdAt: new Date(day * 86_400_000),
    ...plain,
  }));
  await db.getRepository(Workspace).insert(rows);
}

test('the only own workspace needs no name, and the sample company is not one', async () => {
  const { db } = await testDatabase();
  await withWorkspaces(db, 'Sample');
  expect(await chosenWorkspace(db, null)).toBeNull();
  await withWorkspaces(db, 'North');
  expect((await chosenWorkspace(db, null))?.name).toBe('North');
  expect((await chosenWorkspace(db, 'Sample'))?.name).toBe('Sample');
});

test('of several one is chosen by name, or by id where names are the same', async () => {
  const { db } = await testDatabase();
  await withWorkspaces(db, 'North', 'South', 'South');
  await expect(chosenWorkspace(db, null)).rejects.toThrow(/several workspaces: "North" .*--workspace <name>/);
  const north = await chosenWorkspace(db, 'North');
  expect(north?.name).toBe('North');
  await expect(chosenWorkspace(db, 'South')).rejects.toThrow(CommandMistake);
  expect(await chosenWorkspace(db, north?.id ?? '')).toEqual(north);
  await expect(chosenWorkspace(db, 'East')).rejects.toThrow('There is no workspace "East". Known: ');
});

test.each([
  [['a.json'], { args: ['a.json'], name: null }],
  [['--workspace', 'North', 'a.json'], { args: ['a.json'], name: 'North' }],
  [['a.json', '--workspace', 'South pole'], { args: ['a.json'], name: 'South pole' }],
])('%j', (typed, taken) => expect(takeWorkspaceName(typed)).toEqual(taken));

test('a name must follow', () => expect(() => takeWorkspaceName(['--workspace'])).toThrow(CommandMistake));
