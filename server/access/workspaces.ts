import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { atTheDoor, Workspace } from '../../etl/warehouse/index.js';

export interface NewWorkspace {
  name: string;
  timeZone: string;
  currency: string;
  sample: boolean;
}

/** The company's own workspace when there is one, else that of the sample company; null in an empty installation. */
export async function currentWorkspace(db: DataSource): Promise<Workspace | null> {
  return (await workspaceOf(db, { sample: false })) ?? (await workspaceOf(db, { sample: true }));
}

/** The oldest workspace of its kind. */
export function workspaceOf(db: DataSource, { sample }: { sample: boolean }): Promise<Workspace | null> {
  return atTheDoor(() => db.getRepository(Workspace).findOne({ where: { sample }, order: { createdAt: 'asc', id: 'asc' } }));
}

/** All of this installation, the oldest first. What is done for each is done `within` it. */
export function everyWorkspace(db: DataSource): Promise<Workspace[]> {
  return atTheDoor(() => db.getRepository(Workspace).find({ order: { createdAt: 'asc', id: 'asc' } }));
}

export function makeWorkspace(db: DataSource, workspace: NewWorkspace, now: Date): Promise<Workspace> {
  const repository = db.getRepository(Workspace);
  const id = randomUUID();
  return atTheDoor(async () => {
    await repository.insert({ id, ...workspace, createdAt: now });
    return repository.findOneByOrFail({ id });
  });
}

/** The company's own workspace, made on the first call. Its data is never mixed with the sample company's. */
export async function ownWorkspace(db: DataSource, given: { timeZone: string; currency: string }, now: Date): Promise<Workspace> {
  return (await workspaceOf(db, { sample: false })) ?? makeWorkspace(db, { ...given, name: 'Baton', sample: false }, now);
}
