import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { hubspotKind } from '../../etl/source/hubspot/hubspot.js';

const folder = `${process.env.BATON_RECORDINGS ?? ''}/hubspot`;

const source = hubspotKind.open(
  { portalId: '4727653', calls: 'required', emails: 'required' },
  { token: 'none' },
  {
    now: () => new Date('2026-06-01T00:00:00Z'),
    keepCredentials: async () => {},
  },
);

function readAll(recording: string, name: string, payloads: unknown[]) {
  const stream = source.streams.find((one) => one.name === `hubspot.${name}`);
  if (!stream) throw new Error(`there is no stream ${name}`);
  const rejected: string[] = [];
  let out = 0;
  for (const payload of payloads) {
    try {
      out += stream.read(payload).rows.reduce((sum, { rows }) => sum + rows.length, 0);
    } catch (error) {
      rejected.push(`${stream.idOf(payload)}: ${(error as Error).message}`);
    }
  }
  console.log(JSON.stringify({ recording, stream: stream.name, in: payloads.length, out, rejected }));
  return { in: payloads.length, out, rejected };
}

interface Exchange {
  method: string;
  uri: string;
  status: number;
  response: unknown;
}

/** Records of a type in all recorded answers, lists and single ones; a PUT is no question of ours, and its answer of another shape. */
function recorded(type: string): unknown[] {
  const cassettes = `${folder}/hubspot-api-ruby-MIT`;
  const exchanges = readdirSync(cassettes).flatMap((file) => JSON.parse(readFileSync(`${cassettes}/${file}`, 'utf8')) as Exchange[]);
  const answered = exchanges.filter(({ method, uri, status, response }) => {
    const path = new URL(uri).pathname;
    const ours = [`/crm/v3/objects/${type}`, `/crm/v3/${type}`].some((start) => path.startsWith(start));
    return ours && method !== 'PUT' && status < 300 && typeof response === 'object' && response !== null;
  });
  return answered.flatMap(({ response }) => (response as { results?: unknown[] }).results ?? [response]);
}

/** A row that Fivetran landed, as the API tells it. */
function apiRecord(row: Record<string, string>): unknown {
  const moment = (text: string | undefined) =>
    text
      ? `${text
          .replace(' ', 'T')
          .replace(/T(\d):/, 'T0$1:')
          .slice(0, 19)}Z`
      : null;
  const properties = Object.entries(row).flatMap(([name, value]) => {
    if (!name.startsWith('property_')) return [];
    return [[name.slice(9), value === '' ? null : /^\d{4}-\d\d-\d\d \d/.test(value) ? moment(value) : value]];
  });
  const synced = moment(row._fivetran_synced) ?? '2020-01-01T00:00:00Z';
  const createdAt = moment(row.property_createdate) ?? synced;
  return { id: row.id, properties: Object.fromEntries(properties), createdAt, updatedAt: synced, archived: false };
}

describe.skipIf(!existsSync(folder))('recordings of HubSpot', () => {
  test.each([
    ['contacts', 'contacts', 1, 1],
    ['meetings', 'meetings', 25, 0],
    ['owners', 'owners', 20, 20],
    ['tasks', 'tasks', 5, 5],
    ['tickets', 'tickets', 3, 3],
  ])('every recorded record of %s is read', (type, name, count, out) => {
    expect(readAll('hubspot-api-ruby', name, recorded(type))).toEqual({ in: count, out, rejected: [] });
  });

  test.each([
    ['company_data', 'companies', 24, 24],
    ['contact_data', 'contacts', 22, 22],
    ['ticket_data', 'tickets', 25, 25],
  ])('every landed row of %s is read', (file, name, count, least) => {
    const text = readFileSync(`${folder}/fivetran-dbt-Apache-2.0/${file}.csv`);
    const rows = parse(text, { columns: true, bom: true, relax_column_count: true }) as Record<string, string>[];
    const read = readAll(`fivetran ${file}`, name, rows.map(apiRecord));
    expect(read).toMatchObject({ in: count, rejected: [] });
    expect(read.out).toBeGreaterThanOrEqual(least);
  });
});
