import { ConflictException, NotFoundException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Company } from '../../etl/handoff/place-by-hand.js';
import type { AccountsFound } from './match.schema.js';

const FOUND = `
  select a.id, a.name, a.domain, count(h.id)::int as "handoffCount"
    from account a left join handoff h on h.workspace_id = $1 and h.account_id = a.id and h.removed_at is null
   where a.workspace_id = $1 and (a.name ilike $2 escape '!' or a.domain ilike $2 escape '!')
   group by a.id, a.name, a.domain
   order by count(h.id) = 0, length(a.name), a.name, a.id
   limit $3`;

/** Accounts whose name or domain holds a text; those with handoffs first. */
export async function findAccounts(
  db: DataSource,
  workspaceId: string,
  { search, limit }: { search: string; limit: number },
): Promise<AccountsFound> {
  return { accounts: await db.query(FOUND, [workspaceId, `%${search.replace(/[%_!]/g, '!$&')}%`, limit]) };
}

const COMPANY = `
  select l.source_id as "sourceId", l.external_id as "externalId" from account_link l
   where l.workspace_id = $1 and l.account_id = $2 and l.merged_into is null
   order by l.reason in ('own', 'apart by hand') desc, l.started_at nulls last, l.source_id, l.external_id
   limit 1`;

/** The company by which an account is meant. Throws NotFound for an unknown account, Conflict for one that no company describes. */
export async function companyOf(db: DataSource, workspaceId: string, accountId: string): Promise<Company> {
  const [company] = await db.query<Company[]>(COMPANY, [workspaceId, accountId]);
  if (company) return company;
  const [account] = await db.query<{ name: string }[]>(`select name from account where workspace_id = $1 and id = $2`, [
    workspaceId,
    accountId,
  ]);
  if (account) throw new ConflictException(`"${account.name}" is known by its deals only. Give those deals a company in the CRM first.`);
  throw new NotFoundException(`There is no account ${accountId}. GET /api/match/account finds them by name.`);
}
