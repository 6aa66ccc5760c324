import type { DataSource, EntityManager } from 'typeorm';
import { countEscalationsOnce } from './escalations.js';
import { excludeDeals } from './exclude-deals.js';
import { foldHandoffs } from './fold-handoffs.js';
import { gatherFacts } from './gather-facts.js';
import { collectHappenings } from './happenings.js';
import { completeByTasks, welcomeByMessage } from './implied-events.js';
import { matchAccounts } from './match-accounts.js';
import { measureUnknown } from './measure-unknown.js';
import { namePeople } from './name-people.js';
import { placeHappenings } from './place-happenings.js';
import { reachAccounts } from './reach-accounts.js';
import { rememberFacts } from './remember-facts.js';
import { findRepeatEpisodes } from './repeat/find-episodes.js';
import { makeScratch } from './scratch.js';
import { noteAccountsLeft, takeChanges } from './take-changes.js';
import { findWonDeals } from './won-deals.js';
import { writeAccounts } from './write-accounts.js';
import { writeHandoffs } from './write-handoffs.js';
import { writeTimelines } from './write-timelines.js';

export interface Derivation {
  /** Accounts that pending changes reached. */
  accounts: number;
  /** Handoffs that are new, different or gone. */
  changed: number;
}

/** After so many changes the planner's picture of the tables written no longer fits. */
const MANY = 1_000;

/** Turns pending changes into handoffs, in one transaction. Only accounts that the changes reach are touched; throws when the workspace does not exist. */
export async function deriveHandoffs(db: DataSource, workspaceId: string): Promise<Derivation> {
  await measureUnknown(db, workspaceId);
  const derivation = await db.transaction((tx) => derive(tx, workspaceId));
  if (derivation.changed >= MANY) await db.query(`analyze account, account_link, account_fact, handoff, handoff_event`);
  return derivation;
}

async function derive(tx: EntityManager, workspaceId: string): Promise<Derivation> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`derive handoffs of ${workspaceId}`]);
  await tx.query(`set local jit = off; set local work_mem = '64MB'`);
  const revision = await nextRevision(tx, workspaceId);
  await makeScratch(tx);
  if ((await takeChanges(tx, workspaceId)) === 0) return { accounts: 0, changed: 0 };
  await findTouched(tx, workspaceId);
  await tellStories(tx, workspaceId);
  const changed = await write(tx, workspaceId, revision);
  if (changed > 0) await tx.query('update workspace set revision = $2::bigint where id = $1', [workspaceId, revision]);
  return { accounts: await accountCount(tx), changed };
}

async function nextRevision(tx: EntityManager, workspaceId: string): Promise<string> {
  const [workspace] = await tx.query<{ next: string }[]>('select (revision + 1)::text as next from workspace where id = $1', [workspaceId]);
  if (!workspace) throw new Error(`There is no workspace ${workspaceId}: make it before its handoffs are derived.`);
  return workspace.next;
}

async function findTouched(tx: EntityManager, workspaceId: string): Promise<void> {
  await noteAccountsLeft(tx, workspaceId);
  await matchAccounts(tx, workspaceId);
  await reachAccounts(tx, workspaceId);
  await gatherFacts(tx, workspaceId);
}

async function tellStories(tx: EntityManager, workspaceId: string): Promise<void> {
  await findWonDeals(tx, workspaceId);
  await collectHappenings(tx, workspaceId);
  await placeHappenings(tx);
  await welcomeByMessage(tx);
  await completeByTasks(tx);
  await countEscalationsOnce(tx);
  await findRepeatEpisodes(tx, workspaceId);
  await namePeople(tx, workspaceId);
}

async function write(tx: EntityManager, workspaceId: string, revision: string): Promise<number> {
  await writeAccounts(tx, workspaceId);
  await excludeDeals(tx, workspaceId);
  await foldHandoffs(tx, workspaceId);
  const changed = await writeHandoffs(tx, workspaceId, revision);
  await writeTimelines(tx, workspaceId);
  await rememberFacts(tx, workspaceId);
  return changed;
}

async function accountCount(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from new_account');
  return row?.count ?? 0;
}
