import type { DataSource, QueryRunner } from 'typeorm';
import type { Rules } from './rules.js';
import { makeScratch, measure } from './scratch.js';
import { tellHandoffs } from './tell-handoffs.js';

export interface RulesToPreview {
  workspaceId: string;
  rules: Rules;
  /** In a larger workspace so many are drawn, always the same ones. */
  mostAccounts: number;
}

/** How many of the accounts were derived. */
export interface Drawn {
  accounts: number;
  ofAccounts: number;
}

/**
 * Derives handoffs by other rules and lets `read` look at them, beside those that stand: `folded` has the new rows, `handoff` the old,
 * `touched_account` the accounts of both. All of it in one transaction that Postgres lets write nothing but scratch, at one moment.
 */
export async function previewRules<T>(
  db: DataSource,
  { workspaceId, rules, mostAccounts }: RulesToPreview,
  read: (runner: QueryRunner, drawn: Drawn) => Promise<T>,
): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    await runner.connect();
    await runner.startTransaction('REPEATABLE READ');
    await runner.query(`set local jit = off; set local work_mem = '64MB'`);
    await makeScratch(runner.manager);
    await runner.query('set transaction read only');
    const drawn = await draw(runner, workspaceId, mostAccounts);
    await tellHandoffs(runner.manager, workspaceId, rules);
    return await read(runner, drawn);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Only those that have a deal: without one no rule makes a handoff. */
async function draw(runner: QueryRunner, workspaceId: string, mostAccounts: number): Promise<Drawn> {
  const withDeals = `
    from account a where a.workspace_id = $1 and exists (
      select from account_fact f where f.workspace_id = $1 and f.account_id = a.id and f.fact_id like 'deal:%')`;
  await runner.query(`insert into touched_account select a.id ${withDeals} order by md5(a.id::text) limit $2`, [workspaceId, mostAccounts]);
  await measure(runner.manager, 'touched_account');
  const [drawn]: Drawn[] = await runner.query(
    `select (select count(*) from touched_account)::int as accounts, count(*)::int as "ofAccounts" ${withDeals}`,
    [workspaceId],
  );
  if (!drawn) throw new Error('the accounts were not counted');
  return drawn;
}
