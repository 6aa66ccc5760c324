import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AskedFields } from '../../etl/source/salesforce/asked-fields.js';
import { type SalesforceClient, salesforceClient } from '../../etl/source/salesforce/client.js';
import { deletedSince } from '../../etl/source/salesforce/deleted.js';
import { describe as describeSobject } from '../../etl/source/salesforce/describe.js';
import { queried } from '../../etl/source/salesforce/query.js';
import { salesforceKind } from '../../etl/source/salesforce/salesforce.js';
import { salesforceCredentials, salesforceSettings } from '../../etl/source/salesforce/settings.js';

const folder = `${process.env.BATON_RECORDINGS ?? ''}/salesforce`;
const { signal } = new AbortController();

const credentials = salesforceCredentials.parse({ kind: 'client credentials', clientId: 'id', clientSecret: 'secret' });
const source = salesforceKind.open({ baseUrl: 'https://acme.my.salesforce.com' }, credentials, {
  now: () => new Date('2026-06-01T00:00:00Z'),
  keepCredentials: async () => {},
});

/** A row that Fivetran landed, with the names and the writing of the API: 'what_id' is WhatId, 'no_show_c' is no_show__c. */
function apiRecord(row: Record<string, string>): Record<string, unknown> {
  const pairs = Object.entries(row).map(([name, value]) => [apiName(name), apiValue(value)]);
  return Object.fromEntries(pairs.filter(([name]) => !String(name).startsWith('_fivetran')));
}

function apiName(name: string): string {
  if (name.startsWith('_')) return name;
  if (name.endsWith('_c')) return `${name.slice(0, -2)}__c`;
  return name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}

function apiValue(value: string): unknown {
  if (value === '') return null;
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(value) ? `${value.replace(' ', 'T')}Z` : value;
}

const LANDED = [
  ['sf_account_data', 'accounts', 10],
  ['sf_contact_data', 'contacts', 4],
  ['sf_opportunity_data', 'opportunities', 10],
  ['sf_task_data', 'tasks', 10],
  ['sf_event_data', 'meetings', 10],
  ['sf_user_data', 'users', 10],
] as const;

describe.skipIf(!existsSync(folder))('recordings of Salesforce', () => {
  test.each(LANDED)('%s goes through %s', (file, name, count) => {
    const stream = source.streams.find((one) => one.name === `salesforce.${name}`);
    if (!stream) throw new Error(`there is no stream ${name}`);
    const rows = parse(readFileSync(`${folder}/fivetran-dbt-Apache-2.0/${file}.csv`), {
      columns: true,
      bom: true,
      relax_column_count: true,
    });
    const rejected: string[] = [];
    let rowsOut = 0;
    for (const row of rows as Record<string, string>[]) {
      try {
        rowsOut += stream.read(apiRecord(row)).rows.reduce((sum, { rows }) => sum + rows.length, 0);
      } catch (error) {
        rejected.push((error as Error).message);
      }
    }
    console.log(JSON.stringify({ recording: `salesforce/${file}`, in: rows.length, out: rowsOut, rejected }));
    expect(rows).toHaveLength(count);
    // Two ids of contacts lost a character when they were made anonymous.
    expect(rejected).toEqual(name === 'contacts' ? Array(2).fill('Id: is no Salesforce id') : []);
  });

  test('pages of a query are read to their end', async () => {
    const { client } = await recorded();
    const records: unknown[] = [];
    for await (const page of queried({ client, sobject: 'Whizbang', asked: LABELS, signal }, {})) records.push(...page);
    console.log(JSON.stringify({ recording: 'salesforce/query_paginated', in: 2, out: records.length, rejected: [] }));
    expect(records).toEqual([{ Text_Label: 'First Page' }, { Text_Label: 'Last Page' }]);
  });

  test('a description names its fields', async () => {
    const { client } = await recorded();
    const fields = await describeSobject(client, 'Whizbang', signal);
    expect(fields?.get('Id')).toMatchObject({ type: 'id', calculated: false });
    expect(await describeSobject(client, 'Nothing', signal)).toBeNull();
  });

  test('a list of deletions names them, and nothing else may be there', async () => {
    const { client } = await recorded();
    const now = Date.parse('2013-05-08T21:20:00Z');
    const { gone, until } = await deletedSince({ client, sobject: 'Whizbang', asked: LABELS, signal }, { from: now - 86_400_000, now });
    expect(gone).toEqual([{ externalId: 'a00D0000008pQRAIA2', at: new Date('2013-05-07T22:07:19Z') }]);
    expect(until).toBe(now);
  });

  test('an ended session is begun anew once, and then a fault of the credentials', async () => {
    const { client, asked } = await recorded({ ended: true });
    await expect(describeSobject(client, 'Whizbang', signal)).rejects.toMatchObject({ kind: 'credentials', code: 'INVALID_SESSION_ID' });
    expect(asked.filter((path) => path.includes('token'))).toHaveLength(2);
  });
});

const LABELS: AskedFields = {
  names: ['Text_Label'],
  types: new Map([['Text_Label', 'string']]),
  stamp: 'SystemModstamp',
  calculated: false,
  deletable: true,
  long: false,
  fingerprint: '',
};

const ANSWERS: [pattern: RegExp, file: string, status: number][] = [
  [/oauth2/, 'auth_success_response', 200],
  [/sobjects\/Whizbang\/describe/, 'sobject-sobject_describe_success_response', 200],
  [/describe/, 'sobject-sobject_describe_error_response', 404],
  [/deleted/, 'sobject-get_deleted_success_response', 200],
  [/IN\+/, 'sobject-query_empty_response', 200],
  [/queryAll/, 'sobject-query_paginated_first_page_response', 200],
  [/query\/01gD/, 'sobject-query_paginated_last_page_response', 200],
];

/** Salesforce as it was recorded; what would lead elsewhere leads back here. */
async function recorded({ ended = false } = {}): Promise<{ client: SalesforceClient; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    const [, file, status] = ANSWERS.find(([pattern]) => pattern.test(url)) ?? [/$/, 'sobject-query_error_response', 400];
    const expired = ended && !url.includes('oauth2');
    const text = readFileSync(`${folder}/restforce-MIT/${expired ? 'expired_session_response' : file}.json`, 'utf8');
    response.writeHead(expired ? 401 : status, { 'content-type': 'application/json' });
    response.end(text.replaceAll('https://na1.salesforce.com', baseUrl));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = salesforceSettings.parse({ baseUrl, requestsPerSecond: 100 });
  return { client: salesforceClient({ settings, credentials, keepCredentials: async () => {} }), asked };
}
