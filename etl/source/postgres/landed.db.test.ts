import { beforeAll, describe, expect, test } from 'vitest';
import { gone, keys, LandedSources, rows, signal } from '../../../test/landed-sources.js';

const landed = LandedSources.forThisFile();

describe('tables as Fivetran lands them', () => {
  const history = { landed: { tool: 'salesforce', by: 'fivetran', schema: 'history' } };
  beforeAll(() =>
    landed.schema(
      'history',
      `create table account (id text, name text, is_deleted boolean, _fivetran_active boolean, _fivetran_start timestamptz, _fivetran_end timestamptz,
        _fivetran_synced timestamptz);
      insert into account values
        ('1', 'Old', false, false, '2026-01-01', '2026-02-01', '2026-01-01'), ('1', 'New', false, true, '2026-02-01', '9999-12-31', '2026-02-01'),
        ('2', 'Left', false, false, '2026-01-01', '2026-03-01', '2026-01-01'), ('3', 'Deleted', true, true, '2026-01-01', '9999-12-31', '2026-03-01')`,
    ),
  );

  test('in history mode count by their current version, and a sweep names what still has one', async () => {
    const { pages, ids } = landed.open(history);
    const all = await pages('accounts');
    expect(rows(all)).toEqual([{ id: '1', name: 'New', is_deleted: false }]);
    expect(gone(all)).toEqual(['3']);
    expect(await ids('accounts')).toEqual(['1']);
  });

  test('are known until the last landing, and tables that are not there are left out', async () => {
    const { source, pages } = landed.open(history);
    await pages('accounts');
    expect(await source.streams.find(({ name }) => name === 'postgres.accounts')?.knownUntil?.()).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(await pages('cases')).toEqual([]);
    expect(source.streams.find(({ name }) => name === 'postgres.cases')?.leftOut?.()).toBe('the table does not exist');
    await source.test(signal);
  });

  test('that were read and are gone are a fault, not an empty table', async () => {
    const { pages } = landed.open(history);
    await expect(pages('cases', { version: 'x', at: null, key: null })).rejects.toThrow(/the table was there and is gone/);
  });

  test('take what differs at a company from the settings', async () => {
    const change = { accounts: { columns: { name: 'id' }, dimensions: { segment: 'name' } } };
    const { source, pages } = landed.open({ landed: { ...history.landed, change } });
    const [page] = await pages('accounts');
    const stream = source.streams.find(({ name }) => name === 'postgres.accounts');
    expect(stream?.read(page?.records[0]).rows[0]?.rows[0]).toMatchObject({ name: '1', dimensions: { segment: 'New' } });
  });
});

test('tables as Airbyte lands them: the newest of appended rows, of the greatest generation, without what was deleted', async () => {
  await landed.schema(
    'airbyte',
    `create table companies (id text, properties_name text, archived boolean, _airbyte_raw_id text, _airbyte_extracted_at timestamptz, _airbyte_meta jsonb,
      _airbyte_generation_id bigint, _ab_cdc_deleted_at text);
    insert into companies values
      ('1', 'Old', false, 'a', '2026-01-01', '{}', 7, null), ('1', 'New', false, 'b', '2026-02-01', '{}', 7, null),
      ('2', 'Two', false, 'c', '2026-01-05', '{}', 7, null), ('3', 'Three', false, 'd', '2026-01-06', '{}', 6, null),
      ('4', 'Archived', true, 'e', '2026-01-07', '{}', 7, null), ('5', 'Five', false, 'f', '2026-01-07', '{}', 7, null)`,
  );
  const { source, pages } = landed.open({ landed: { tool: 'hubspot', by: 'airbyte', schema: 'airbyte' } }, { pageRows: 1 });
  const all = await pages('companies');
  const stream = source.streams.find(({ name }) => name === 'postgres.companies');
  const names = all.flatMap(({ records }) => records.map((one) => stream?.read(one).rows[0]?.rows[0]?.name));
  expect([names, gone(all)]).toEqual([['Two', 'Five', 'New'], ['4']]);
  expect(rows(all).every((row) => Object.keys(row).every((name) => !name.startsWith('_airbyte')))).toBe(true);
});

test('tables as dlt lands them: only of loads that ended, children with their parent', async () => {
  await landed.schema(
    'lake',
    `create table _dlt_loads (load_id text, status bigint, inserted_at timestamptz);
    insert into _dlt_loads values ('1', 0, '2026-01-01'), ('2', 0, '2026-01-02'), ('3', 1, '2026-01-03');
    create table tickets (id bigint, subject text, _dlt_load_id text, _dlt_id text);
    insert into tickets values (1, 'One', '1', 'r1'), (2, 'Two', '2', 'r2'), (3, 'Half loaded', '3', 'r3'), (4, 'Never', '9', 'r4');
    create table tickets__tags (value text, _dlt_parent_id text, _dlt_list_idx bigint, _dlt_id text);
    insert into tickets__tags values ('a', 'r1', 0, 'c1'), ('b', 'r1', 1, 'c2'), ('c', 'r3', 0, 'c3')`,
  );
  const child = { name: 'tags', table: 'lake.tickets__tags', key: ['_dlt_id'], what: 'accounts', columns: { id: 'value' } };
  const { pages } = landed.open({ landed: { tool: 'zendesk', by: 'dlt', schema: 'lake' }, tables: [child] });
  expect(keys(await pages('tickets'))).toEqual(['1', '2']);
  expect(rows(await pages('tags')).map(({ value }) => value)).toEqual(['a', 'b']);
});
