import { beforeAll, describe, expect, test } from 'vitest';
import { accounts, gone, keys, LandedSources, owner, rows, signal } from '../../../test/landed-sources.js';

const landed = LandedSources.forThisFile();

describe('a table or query of any database', () => {
  beforeAll(() =>
    landed.schema(
      'crm',
      `create table account (id bigint, name text, state text, tags text[], about jsonb, amount numeric, ok boolean, updated_at timestamptz);
      insert into account select n, 'Firm ' || n, case when n % 10 = 0 then 'closed' else 'open' end, array['a', 'b'], '{"region": "North"}',
        12345678901234567890.123456789, true, '2026-01-01 00:00:00.123456+00'::timestamptz + (n % 5) * interval '1 day' from generate_series(1, 25) n`,
    ),
  );

  const table = { name: 'accounts', table: 'crm.account', key: ['id'], ...accounts };

  test.each([1, 5, 24, 25, 26, 1000])('brings every row once in pages of %i, oldest change first', async (pageRows) => {
    const { pages } = landed.open({ tables: [{ ...table, cursor: 'updated_at' }] }, { pageRows });
    const all = await pages('accounts');
    expect(keys(all).sort()).toEqual(Array.from({ length: 25 }, (_, index) => String(index + 1)).sort());
    const times = rows(all).map(({ updated_at: at }) => String(at));
    expect(times).toEqual([...times].sort());
    expect(rows(all)[0]).toMatchObject({
      amount: '12345678901234567890.123456789',
      ok: true,
      about: { region: 'North' },
      tags: ['a', 'b'],
    });
  });

  test('goes on behind the page it was killed at, and a finished pass looks back an hour', async () => {
    const { pages } = landed.open({ tables: [{ ...table, cursor: 'updated_at' }] }, { pageRows: 10 });
    const all = await pages('accounts');
    expect(keys(await pages('accounts', all[0]?.position))).toEqual(keys(all.slice(1)));
    const end = all.at(-1)?.position ?? null;
    expect(keys(await pages('accounts', end)).sort()).toEqual(['14', '19', '24', '4', '9']);
    await landed.run(`insert into crm.account values (99, 'Late', 'open', null, null, null, null, '2026-01-04 23:30:00+00')`);
    expect(keys(await pages('accounts', end))).toContain('99');
    await landed.run(`delete from crm.account where id = 99`);
  });

  test('is read anew from the beginning under another mapping', async () => {
    const end = (await landed.open({ tables: [{ ...table, cursor: 'updated_at' }] }).pages('accounts')).at(-1)?.position ?? null;
    const other = landed.open({ tables: [{ ...table, cursor: 'updated_at', where: { state: ['open'] } }] });
    expect(keys(await other.pages('accounts', end))).toHaveLength(23);
  });

  test('without a cursor is read whole each time, and its position says nothing', async () => {
    const { source, pages } = landed.open({ tables: [table] }, { pageRows: 10 });
    const all = await pages('accounts');
    expect([source.streams[0]?.whole, keys(all).length, all.map(({ position }) => position)]).toEqual([true, 25, [null, null, null]]);
  });

  test('tells deleted rows by a column, and leaves out what the mapping does not want', async () => {
    const { pages, ids } = landed.open({
      tables: [{ ...table, cursor: 'updated_at', deleted: { column: 'state', values: ['closed'] }, where: { ok: ['true'] } }],
    });
    const all = await pages('accounts');
    expect(gone(all).sort()).toEqual(['10', '20']);
    expect(keys(all)).toHaveLength(23);
    expect(await ids('accounts')).toEqual(keys(all).sort());
  });

  test('may be a query, with a path into a JSON column', async () => {
    const query = `select id, name, about, updated_at from crm.account where id <= 3 -- the first;`;
    const { source, pages } = landed.open({
      tables: [{ ...accounts, name: 'first', query, key: ['id'], cursor: 'updated_at', dimensions: { region: 'about.region' } }],
    });
    const [page] = await pages('first');
    expect(source.streams[0]?.read(page?.records[0]).rows[0]?.rows[0]).toMatchObject({ externalId: '1', dimensions: { region: 'North' } });
  });

  test('names rows without a key instead of dropping them', async () => {
    await landed.schema('keyless', `create table account (id text, name text); insert into account values (null, 'nobody'), ('1', 'Firm')`);
    const { source, pages } = landed.open({ tables: [{ ...table, table: 'keyless.account' }] });
    const all = await pages('accounts');
    expect(keys(all).sort()).toEqual(['', '1']);
    expect(() => source.streams[0]?.read(all[0]?.records[0])).toThrow('id is empty, and nothing tells the row from others');
  });

  test.each([
    ['writes', `with written as (delete from crm.account returning *) select id, name from written`],
    ['calls a function that writes', `select id, crm.grow(name) as name from crm.account`],
  ])('that %s is refused, whoever asks', async (_, query) => {
    await landed.run(`create or replace function crm.grow(name text) returns text language plpgsql volatile as
      $$ begin insert into crm.account (id) values (1000); return name; end $$`);
    const { source } = landed.open({ tables: [{ ...accounts, name: 'bad', query, key: ['id'] }] }, {}, owner());
    await expect(source.test(signal)).rejects.toThrow(/never does|has no right|does not understand|WITH/);
    expect((await landed.run('select count(*)::int as count from crm.account')).rows).toEqual([{ count: 25 }]);
  });

  test('two statements in a query are refused', async () => {
    const query = `select 1 as id, 'a' as name) x; commit; begin read write; delete from crm.account; commit; select * from (select 1 as id`;
    const { source } = landed.open({ tables: [{ ...accounts, name: 'two', query, key: ['id'] }] }, {}, owner());
    await expect(source.test(signal)).rejects.toThrow(/does not understand the query.*multiple commands/);
    expect((await landed.run('select count(*)::int as count from crm.account')).rows).toEqual([{ count: 25 }]);
  });
});
