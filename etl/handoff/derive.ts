import type { DataSource, EntityManager } from 'typeorm';
import { changedByHand, measureTables } from '../warehouse/index.js';
import { excludeDeals } from './exclude-deals.js';
import { knowDomains } from './know-domains.js';
import { matchAccounts } from './match-accounts.js';
import { measureUnknown } from './measure-unknown.js';
import { reachAccounts } from './reach-accounts.js';
import { rememberFacts } from './remember-facts.js';
import { rulesOf } from './rules-of.js';
import { makeScratch } from './scratch.js';
import { noteAccountsLeft, takeChanges } from './take-changes.js';
import { newRules, takeNextByNewRules } from './take-next-by-new-rules.js';
import { tellHandoffs } from './tell-handoffs.js';
import { beginTelling, type Cause, noteTelling, type Telling } from './telling.js';
import { writeAccounts } from './write-accounts.js';
import { writeHandoffs } from './write-handoffs.js';
import { writeTimelines } from './write-timelines.js';

export interface Derivation {
  /** Accounts that pending changes, or new rules, reached. */
  accounts: number;
  /** Handoffs that are new, different or gone. */
  changed: number;
}

/** After so many changes the planner's picture of the tables written no longer fits. */
const MANY = 1_000;

/** Why and when; a record that changed, now, unless said. */
export interface Occasion {
  at?: Date;
  cause?: Cause;
  /** True where a sync brings what is derived: then questions see it a moment later. False unless said. */
  bySync?: boolean;
}

/** Fills `touched_account` and says why; null when there is nothing to derive. */
type Touch = (tx: EntityManager, workspaceId: string) => Promise<Cause | null>;

/**
 * Turns pending changes into handoffs, in one transaction: only accounts that the changes reach are touched. After new rules all accounts
 * follow, so many in one transaction; each notes how far it came, so that after a crash the next call goes on from there. Throws when the
 * workspace does not exist.
 */
export async function deriveHandoffs(
  db: DataSource,
  workspaceId: string,
  { at = new Date(), cause = { kind: 'record' }, bySync = false }: Occasion = {},
): Promise<Derivation> {
  await measureUnknown(db, workspaceId);
  await knowDomains(db, workspaceId);
  const changed: Touch = async (tx) => ((await touchChanged(tx, workspaceId)) ? cause : null);
  const derivation = (await step(db, workspaceId, { at, touch: changed, byHand: () => !bySync })) ?? { accounts: 0, changed: 0 };
  await look(db, derivation);
  const anew = { accounts: 0, changed: 0 };
  while (await newRules(db, workspaceId)) {
    const more = await step(db, workspaceId, { at, touch: takeNextByNewRules, byHand: (cause) => cause === null });
    anew.accounts += more?.accounts ?? 0;
    anew.changed += more?.changed ?? 0;
  }
  await look(db, anew);
  return { accounts: derivation.accounts + anew.accounts, changed: derivation.changed + anew.changed };
}

interface Begun {
  at: Date;
  touch: Touch;
  /** Whether it is seen at once, by its cause; new rules are when all handoffs are told by them. */
  byHand: (cause: Cause | null) => boolean;
}

/** Null when there was nothing to derive. */
const step = (db: DataSource, workspaceId: string, begun: Begun): Promise<Derivation | null> =>
  db.transaction((tx) => derive(tx, workspaceId, begun));

/** Lets the planner look at the tables again after many changes. */
async function look(db: DataSource, { changed }: Derivation): Promise<void> {
  if (changed >= MANY) await measureTables(db, ['account', 'account_link', 'account_fact', 'handoff', 'handoff_event']);
}

async function derive(tx: EntityManager, workspaceId: string, { at, touch, byHand }: Begun): Promise<Derivation | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`derive handoffs of ${workspaceId}`]);
  await tx.query(`set local jit = off; set local work_mem = '64MB'`);
  const revision = await nextRevision(tx, workspaceId);
  const telling = await beginTelling(tx, workspaceId, at);
  await makeScratch(tx);
  const cause = await touch(tx, workspaceId);
  const changed = cause ? await tell(tx, workspaceId, { revision, telling, cause }) : 0;
  if (changed > 0) await tx.query('update workspace set revision = $2::bigint where id = $1', [workspaceId, revision]);
  await noteTelling(tx, workspaceId, telling);
  // A sync may have derived what a person has just changed: it is said all the same.
  if (byHand(cause)) await changedByHand(tx, workspaceId);
  return cause && { accounts: await accountCount(tx), changed };
}

async function nextRevision(tx: EntityManager, workspaceId: string): Promise<string> {
  const [workspace] = await tx.query<{ next: string }[]>('select (revision + 1)::text as next from workspace where id = $1', [workspaceId]);
  if (!workspace) throw new Error(`There is no workspace ${workspaceId}: make it before its handoffs are derived.`);
  return workspace.next;
}

async function touchChanged(tx: EntityManager, workspaceId: string): Promise<boolean> {
  if ((await takeChanges(tx, workspaceId)) === 0) return false;
  await noteAccountsLeft(tx, workspaceId);
  await matchAccounts(tx, workspaceId);
  await reachAccounts(tx, workspaceId);
  return true;
}

async function tell(tx: EntityManager, workspaceId: string, told: { revision: string; telling: Telling; cause: Cause }): Promise<number> {
  await tellHandoffs(tx, workspaceId, await rulesOf(tx, workspaceId));
  await writeAccounts(tx, workspaceId);
  await excludeDeals(tx, workspaceId);
  const changed = await writeHandoffs(tx, workspaceId, told);
  await writeTimelines(tx, workspaceId);
  await rememberFacts(tx, workspaceId);
  return changed;
}

async function accountCount(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from new_account');
  return row?.count ?? 0;
}
