import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { database, within } from '../warehouse/index.js';
import { knowDomains } from './know-domains.js';

const PEOPLE = 12_000;

async function filled() {
  const { url, db } = await testDatabase();
  const workspaceId = randomUUID();
  await db.query(`insert into workspace (id, name, time_zone, currency, created_at) values ($1, 'w', 'UTC', 'EUR', now())`, [workspaceId]);
  await db.query(
    `insert into person (workspace_id, source_id, external_id, stream, record_id, email, internal, active)
     select $1, 'crm', i::text, 'contacts', i::text, case when i % 7 > 0 then 'p' || i || '@d' || i / 10 || '.example' end, false, true
     from generate_series(1, ${PEOPLE}) i`,
    [workspaceId],
  );
  const scoped = await database(url, { poolSize: 1, scoped: true }).initialize();
  onTestFinished(() => scoped.destroy());
  return { db, scoped, workspaceId };
}

test('every address has its domain, however many there are', async () => {
  const { db, scoped, workspaceId } = await filled();
  await within(workspaceId, () => knowDomains(scoped, workspaceId));
  expect(await db.query(`select count(*)::int as n from person where email_domain is distinct from split_part(email, '@', 2)`)).toEqual([
    { n: 0 },
  ]);
  const [row] = await db.query<{ email: string; domain: string }[]>(
    `select email, email_domain as domain from person where external_id = '55'`,
  );
  expect(row).toEqual({ email: 'p55@d5.example', domain: 'd5.example' });
});

test('under row-level security people are found by domain with an index, which an expression does not get', async () => {
  const { db, scoped, workspaceId } = await filled();
  await within(workspaceId, () => knowDomains(scoped, workspaceId));
  await db.query('analyze person');
  await db.query(`create index by_expression on person (workspace_id, (split_part(email, '@', 2))) where account_external_id is null`);
  const plan = async (domain: string) => {
    const rows = await within(workspaceId, () =>
      scoped.query<{ 'QUERY PLAN': string }[]>(
        `explain select p.external_id from (values ('d5.example'), ('d6.example')) as lent (domain) join person p on ${domain} = lent.domain
         where p.workspace_id = $1 and p.account_external_id is null and p.email_domain is not null`,
        [workspaceId],
      ),
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  expect(await plan('p.email_domain')).toMatch(/person_email_domain.*\n.*Index Cond:.*email_domain = /);
  expect(await plan(`split_part(p.email, '@', 2)`)).not.toMatch(/Index Cond:.*split_part/);
});
