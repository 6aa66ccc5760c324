import { beforeAll, describe, expect, test } from 'vitest';
import { accounts, LandedSources, owner, signal } from '../../../test/landed-sources.js';
import type { Source } from '../source.js';

const landed = LandedSources.forThisFile();

describe('the test of a connection says what is wrong', () => {
  const table = { name: 'accounts', table: 'crm.account', key: ['id'], ...accounts };
  beforeAll(async () => {
    await landed.schema('crm', `create table account (id bigint, name text); insert into account values (1, 'Firm')`);
    await landed.run('create schema secret; create table secret.account (id text, name text)');
  });

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
      (async () => landed.open(Object.keys(mapping).length > 0 ? mapping : { tables: [table] }, more).source.test(signal))(),
    ).rejects.toThrow(message);
  });

  test('a query that takes too long is stopped by the server', async () => {
    const slow = { ...accounts, name: 'slow', query: `select id, name, pg_sleep(5)::text as nap from crm.account`, key: ['id'] };
    const { source } = landed.open({ tables: [slow] }, { statementSeconds: 1 });
    await expect(source.test(signal)).rejects.toThrow(/took longer than a question may/);
  });

  test('a user that may write is a note, not a fault', async () => {
    const { source } = landed.open({ tables: [table] }, {}, owner());
    await source.test(signal);
    expect(await (source as Source & { notes(signal: AbortSignal): Promise<string[]> }).notes(signal)).toEqual([
      expect.stringContaining(`The user ${owner().user} may also write.`),
    ]);
  });
});
