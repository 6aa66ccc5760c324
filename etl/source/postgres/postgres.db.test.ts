import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grant, type LandedDatabase, landedDatabase } from '../../sandbox/postgres/landed.js';
import type { Page, Position, Source } from '../source.js';
import { postgresKind } from './postgres.js';

const signal = new AbortController().signal;
const context = { now: () => new Date('2026-06-01T00:00:00Z'), keepCredentials: async () => {} };

let database: LandedDatabase;
beforeAll(async () => {
  database = await landedDatabase(process.env.BATON_TEST_POSTGRES_URL ?? '');
  return () => database.close();
});

interface Opened {
  source: Source;
  pages(name: string, from?: Position | null): Promise<Page[]>;
  ids(name: string): Promise<string[]>;
}

const opened: Source[] = [];
afterAll(async () => {
  for (const source of opened) await source.close?.();
});

function open(mapping: object, more: object = {}, credentials: object = database.credentials): Opened {
  const source = postgresKind.open({ ...database.settings, ...more, mapping: { currency: 'EUR', ...mapping } }, credentials, context);
  opened.push(source);
  const stream = (name: string) => {
    const found = source.streams.find((one) => one.name === `postgres.${name}`);
    if (!found) throw new Error(`no stream ${name}`);
    return found;
  };
  return {
    source,
    async pages(name, from = null) {
      const all: Page[] = [];
      for await (const page of stream(name).pages(from, signal)) all.push(page);
      return all;
    },
    async ids(name) {
      const all: string[] = [];
      for await (const ids of stream(name).sweep?.ids(signal) ?? []) all.push(...ids);
      return all.sort();
    },
  };
}

async function schema(name: string, sql: string): Promise<void> {
  await database.run(`create schema ${name}; set search_path = ${name}; ${sql}; reset search_path`);
  await grant(database, name);
}

const keys = (pages: Page[]) => pages.flatMap(({ records }) => records.map((one) => (one as { key: string }).key));
const rows = (pages: Page[]) => pages.flatMap(({ records }) => records.map((one) => (one as { row: Record<string, unknown> }).row));
const gone = (pages: Page[]) => pages.flatMap((page) => (page.gone ?? []).map(({ externalId }) => externalId));
const accounts = { what: 'accounts', columns: { id: 'id', name: 'name' } };

describe('a table or query of any database', () => {
  beforeAll(() =>
    schema(
      'crm',
      `create table account (id bigint, name text, state text, tags text[], about jsonb, amount numeric, ok boolean, updated_at timestamptz);
      insert into account select n, 'Firm ' || n, case when n % 10 = 0 then 'closed' else 'open' end, array['a', 'b'], '{"region": "North"}',
        12345678901234567890.123456789, true, '2026-01-01 00:00:00.123456+00'::timestamptz + (n % 5) * interval '1 day' from generate_series(1, 25) n`,
    ),
  );

  const table = { name: 'accounts', table: 'crm.account', key: ['id'], ...accounts };

  test.each([1, 5, 24, 25, 26, 1000])('brings every row once in pages of %i, oldest change first', async (pageRows) => {
    const { pages } = open({ tables: [{ ...table, cursor: 'updated_at' }] }, { pageRows });
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
    const { pages } = open({ tables: [{ ...table, cursor: 'updated_at' }] }, { pageRows: 10 });
    const all = await pages('accounts');
    expect(keys(await pages('accounts', all[0]?.position))).toEqual(keys(all.slice(1)));
    const end = all.at(-1)?.position ?? null;
    expect(keys(await pages('accounts', end)).sort()).toEqual(['14', '19', '24', '4', '9']);
    await database.run(`insert into crm.account values (99, 'Late', 'open', null, null, null, null, '2026-01-04 23:30:00+00')`);
    expect(keys(await pages('accounts', end))).toContain('99');
    await database.run(`delete from crm.account where id = 99`);
  });

  test('is read anew from the beginning under another mapping', async () => {
    const end = (await open({ tables: [{ ...table, cursor: 'updated_at' }] }).pages('accounts')).at(-1)?.position ?? null;
    const other = open({ tables: [{ ...table, cursor: 'updated_at', where: { state: ['open'] } }] });
    expect(keys(await other.pages('accounts', end))).toHaveLength(23);
  });

  test('without a cursor is read whole each time, and its position says nothing', async () => {
    const { source, pages } = open({ tables: [table] }, { pageRows: 10 });
    const all = await pages('accounts');
    expect([source.streams[0]?.whole, keys(all).length, all.map(({ position }) => position)]).toEqual([true, 25, [null, null, null]]);
  });

  test('tells deleted rows by a column, and leaves out what the mapping does not want', async () => {
    const { pages, ids } = open({
      tables: [{ ...table, cursor: 'updated_at', deleted: { column: 'state', values: ['closed'] }, where: { ok: ['true'] } }],
    });
    const all = await pages('accounts');
    expect(gone(all).sort()).toEqual(['10', '20']);
    expect(keys(all)).toHaveLength(23);
    expect(await ids('accounts')).toEqual(keys(all).sort());
  });

  test('may be a query, with a path into a JSON column', async () => {
    const query = `select id, name, about, updated_at from crm.account where id <= 3 -- the first;`;
    const { source, pages } = open({
      tables: [{ ...accounts, name: 'first', query, key: ['id'], cursor: 'updated_at', dimensions: { region: 'about.region' } }],
    });
    const [page] = await pages('first');
    expect(source.streams[0]?.read(page?.records[0]).rows[0]?.rows[0]).toMatchObject({ externalId: '1', dimensions: { region: 'North' } });
  });

  test('names rows without a key instead of dropping them', async () => {
    await schema('keyless', `create table account (id text, name text); insert into account values (null, 'nobody'), ('1', 'Firm')`);
    const { source, pages } = open({ tables: [{ ...table, table: 'keyless.account' }] });
    const all = await pages('accounts');
    expect(keys(all).sort()).toEqual(['', '1']);
    expect(() => source.streams[0]?.read(all[0]?.records[0])).toThrow('id is empty, and nothing tells the row from others');
  });

  test.each([
    ['writes', `with written as (delete from crm.account returning *) select id, name from written`],
    ['calls a function that writes', `select id, crm.grow(name) as name from crm.account`],
  ])('that %s is refused, whoever asks', async (_, query) => {
    await database.run(`create or replace function crm.grow(name text) returns text language plpgsql volatile as
      $$ begin insert into crm.account (id) values (1000); return name; end $$`);
    const owner = {
      user: new URL(process.env.BATON_TEST_POSTGRES_URL ?? '').username,
      password: new URL(process.env.BATON_TEST_POSTGRES_URL ?? '').password,
    };
    const { source } = open({ tables: [{ ...accounts, name: 'bad', query, key: ['id'] }] }, {}, owner);
    await expect(source.test(signal)).rejects.toThrow(/never does|has no right|does not understand|WITH/);
    expect((await database.run('select count(*)::int as count from crm.account')).rows).toEqual([{ count: 25 }]);
  });

  test('two statements in a query are refused', async () => {
    const query = `select 1 as id, 'a' as name) x; commit; begin read write; delete from crm.account; commit; select * from (select 1 as id`;
    const { username: user, password } = new URL(process.env.BATON_TEST_POSTGRES_URL ?? '');
    const { source } = open({ tables: [{ ...accounts, name: 'two', query, key: ['id'] }] }, {}, { user, password });
    await expect(source.test(signal)).rejects.toThrow(/does not understand the query.*multiple commands/);
    expect((await database.run('select count(*)::int as count from crm.account')).rows).toEqual([{ count: 25 }]);
  });
});

describe('tables as Fivetran lands them', () => {
  const landed = { landed: { tool: 'salesforce', by: 'fivetran', schema: 'history' } };
  beforeAll(() =>
    schema(
      'history',
      `create table account (id text, name text, is_deleted boolean, _fivetran_active boolean, _fivetran_start timestamptz, _fivetran_end timestamptz,
        _fivetran_synced timestamptz);
      insert into account values
        ('1', 'Old', false, false, '2026-01-01', '2026-02-01', '2026-01-01'), ('1', 'New', false, true, '2026-02-01', '9999-12-31', '2026-02-01'),
        ('2', 'Left', false, false, '2026-01-01', '2026-03-01', '2026-01-01'), ('3', 'Deleted', true, true, '2026-01-01', '9999-12-31', '2026-03-01')`,
    ),
  );

  test('in history mode count by their current version, and a sweep names what still has one', async () => {
    const { pages, ids } = open(landed);
    const all = await pages('accounts');
    expect(rows(all)).toEqual([{ id: '1', name: 'New', is_deleted: false }]);
    expect(gone(all)).toEqual(['3']);
    expect(await ids('accounts')).toEqual(['1']);
  });

  test('are known until the last landing, and tables that are not there are left out', async () => {
    const { source, pages } = open(landed);
    await pages('accounts');
    expect(await source.streams.find(({ name }) => name === 'postgres.accounts')?.knownUntil?.()).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(await pages('cases')).toEqual([]);
    expect(source.streams.find(({ name }) => name === 'postgres.cases')?.leftOut?.()).toBe('the table does not exist');
    await source.test(signal);
  });

  test('that were read and are gone are a fault, not an empty table', async () => {
    const { pages } = open(landed);
    await expect(pages('cases', { version: 'x', at: null, key: null })).rejects.toThrow(/the table was there and is gone/);
  });

  test('take what differs at a company from the settings', async () => {
    const change = { accounts: { columns: { name: 'id' }, dimensions: { segment: 'name' } } };
    const { source, pages } = open({ landed: { ...landed.landed, change } });
    const [page] = await pages('accounts');
    const stream = source.streams.find(({ name }) => name === 'postgres.accounts');
    expect(stream?.read(page?.records[0]).rows[0]?.rows[0]).toMatchObject({ name: '1', dimensions: { segment: 'New' } });
  });
});

test('tables as Airbyte lands them: the newest of appended rows, of the greatest generation, without what was deleted', async () => {
  await schema(
    'airbyte',
    `create table companies (id text, properties_name text, archived boolean, _airbyte_raw_id text, _airbyte_extracted_at timestamptz, _airbyte_meta jsonb,
      _airbyte_generation_id bigint, _ab_cdc_deleted_at text);
    insert into companies values
      ('1', 'Old', false, 'a', '2026-01-01', '{}', 7, null), ('1', 'New', false, 'b', '2026-02-01', '{}', 7, null),
      ('2', 'Two', false, 'c', '2026-01-05', '{}', 7, null), ('3', 'Three', false, 'd', '2026-01-06', '{}', 6, null),
      ('4', 'Archived', true, 'e', '2026-01-07', '{}', 7, null), ('5', 'Five', false, 'f', '2026-01-07', '{}', 7, null)`,
  );
  const { source, pages } = open({ landed: { tool: 'hubspot', by: 'airbyte', schema: 'airbyte' } }, { pageRows: 1 });
  const all = await pages('companies');
  const stream = source.streams.find(({ name }) => name === 'postgres.companies');
  const names = all.flatMap(({ records }) => records.map((one) => stream?.read(one).rows[0]?.rows[0]?.name));
  expect([names, gone(all)]).toEqual([['Two', 'Five', 'New'], ['4']]);
  expect(rows(all).every((row) => Object.keys(row).every((name) => !name.startsWith('_airbyte')))).toBe(true);
});

test('tables as dlt lands them: only of loads that ended, children with their parent', async () => {
  await schema(
    'lake',
    `create table _dlt_loads (load_id text, status bigint, inserted_at timestamptz);
    insert into _dlt_loads values ('1', 0, '2026-01-01'), ('2', 0, '2026-01-02'), ('3', 1, '2026-01-03');
    create table tickets (id bigint, subject text, _dlt_load_id text, _dlt_id text);
    insert into tickets values (1, 'One', '1', 'r1'), (2, 'Two', '2', 'r2'), (3, 'Half loaded', '3', 'r3'), (4, 'Never', '9', 'r4');
    create table tickets__tags (value text, _dlt_parent_id text, _dlt_list_idx bigint, _dlt_id text);
    insert into tickets__tags values ('a', 'r1', 0, 'c1'), ('b', 'r1', 1, 'c2'), ('c', 'r3', 0, 'c3')`,
  );
  const child = { name: 'tags', table: 'lake.tickets__tags', key: ['_dlt_id'], what: 'accounts', columns: { id: 'value' } };
  const { pages } = open({ landed: { tool: 'zendesk', by: 'dlt', schema: 'lake' }, tables: [child] });
  expect(keys(await pages('tickets'))).toEqual(['1', '2']);
  expect(rows(await pages('tags')).map(({ value }) => value)).toEqual(['a', 'b']);
});

describe('the test of a connection says what is wrong', () => {
  const table = { name: 'accounts', table: 'crm.account', key: ['id'], ...accounts };
  beforeAll(() => database.run('create schema secret; create table secret.account (id text, name text)'));

  test.each<[string, object, object, RegExp]>([
    [
      'a host that is not known',
      { host: 'nowhere.invalid' },
      {},
      /host that is not known|cannot be looked up|may not connect|not be reached/,
    ],
    [
      'a host in a private network',
      { host: '10.0.0.1' },
      {},
      /10\.0\.0\.1 is not connected to: it is a private network.*BATON_ALLOW_HOSTS/,
    ],
    ['a port where nobody listens', { port: 1 }, {}, /is not listening there/],
    ['a database that is not there', { database: 'nothing' }, {}, /has no such database/],
    ['TLS where there is none', { tls: 'verify' }, {}, /does not offer TLS. Take tls: off/],
    [
      'a table that is not there',
      { tables: [{ ...table, table: 'crm.nothing' }] },
      {},
      /there is no table crm\.nothing that this user can see/,
    ],
    [
      'a column that is not there',
      { tables: [{ ...table, columns: { id: 'id', name: 'nome' } }] },
      {},
      /has no column nome\. It has: id, name/,
    ],
    ['a key that is not there', { tables: [{ ...table, key: ['nr'] }] }, {}, /has no column nr/],
    [
      'a table it may not read',
      { tables: [{ ...table, table: 'secret.account' }] },
      {},
      /there is no table|does not let this user read that. Grant it/,
    ],
    [
      'a schema that holds nothing',
      { landed: { tool: 'jira', by: 'fivetran', schema: 'crm' } },
      {},
      /Schema crm holds no table that fivetran lands from jira/,
    ],
    [
      'a preset that is not there',
      { landed: { tool: 'salesforce', by: 'dlt', schema: 'crm' } },
      {},
      /no preset for salesforce landed by dlt/,
    ],
  ])('%s', async (_, given, __, message) => {
    const { host, port, database: name, tls, ...mapping } = given as Record<string, unknown>;
    const more = { ...(host ? { host } : {}), ...(port ? { port } : {}), ...(name ? { database: name } : {}), ...(tls ? { tls } : {}) };
    await expect(
      (async () => open(Object.keys(mapping).length > 0 ? mapping : { tables: [table] }, more).source.test(signal))(),
    ).rejects.toThrow(message);
  });

  test('a query that takes too long is stopped by the server', async () => {
    const slow = { ...accounts, name: 'slow', query: `select id, name, pg_sleep(5)::text as nap from crm.account`, key: ['id'] };
    const { source } = open({ tables: [slow] }, { statementSeconds: 1 });
    await expect(source.test(signal)).rejects.toThrow(/took longer than a question may/);
  });

  test('a user that may write is a note, not a fault', async () => {
    const { username: user, password } = new URL(process.env.BATON_TEST_POSTGRES_URL ?? '');
    const { source } = open({ tables: [table] }, {}, { user, password });
    await source.test(signal);
    expect(await (source as Source & { notes(signal: AbortSignal): Promise<string[]> }).notes(signal)).toEqual([
      expect.stringContaining(`The user ${user} may also write.`),
    ]);
  });
});
