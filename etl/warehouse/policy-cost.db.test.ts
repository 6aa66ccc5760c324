import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { database, within } from './index.js';

/**
 * Row-level security lets nothing look at a row before the policy but what is known to tell nobody of it: an index on an expression,
 * or with operators that are not so known, lies idle for the server, and only the owner sees it used.
 */
const IDLE = `
  select i.relname::text as name, coalesce(string_agg(distinct p.proname::text, ', '), 'an expression') as why
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    left join lateral unnest(x.indclass::oid[]) as class (oid) on true
    left join pg_opclass oc on oc.oid = class.oid
    left join pg_amop a on a.amopfamily = oc.opcfamily and a.amoplefttype = oc.opcintype
    left join pg_operator o on o.oid = a.amopopr
    left join pg_proc p on p.oid = o.oprcode and not p.proleakproof and a.amoprighttype = oc.opcintype
  where c.relrowsecurity and c.relnamespace = current_schema()::regnamespace
  group by i.relname, x.indexprs is not null
  having x.indexprs is not null or count(p.oid) > 0
  order by 1`;

test('no index of a table that is held apart by workspace lies idle for it', async () => {
  const { db } = await testDatabase();
  expect(await db.query(IDLE)).toEqual([]);
  await db.query(`create index idle_by_expression on person (workspace_id, lower(email))`);
  await db.query(`create index idle_by_operator on source using gin (settings)`);
  const idle = await db.query<{ name: string }[]>(IDLE);
  expect(idle.map(({ name }) => name)).toEqual(['idle_by_expression', 'idle_by_operator']);
});

test('of a statement that names its workspace the policy is asked once, not for each row', async () => {
  const { url } = await testDatabase();
  const db = await database(url, { poolSize: 1, scoped: true }).initialize();
  onTestFinished(() => db.destroy());
  const id = randomUUID();
  const lines = await within(id, () =>
    db.query<{ 'QUERY PLAN': string }[]>('explain select count(*) from handoff where workspace_id = $1 and removed_at is null', [id]),
  );
  const asking = lines.map((line) => line['QUERY PLAN'].trim()).filter((line) => line.includes('current_setting'));
  expect(asking).toEqual([expect.stringMatching(/^One-Time Filter/)]);
});
