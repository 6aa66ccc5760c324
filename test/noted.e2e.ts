import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHubspotStandIn } from '../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../etl/sandbox/sample-company.js';
import { makeAda } from './ada.js';
import { DELETIONS_SAID } from './noted/deletions.js';
import { FACTS_SAID } from './noted/facts.js';
import { LOGINS_SAID } from './noted/logins.js';
import { PEOPLE_SAID } from './noted/people.js';
import type { Place } from './noted/said.js';
import { SAMPLE_NOW, sampleServer } from './sample.js';
import { signInMember } from './sign-in-member.js';

const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(await readFile('server/openapi.json', 'utf8'));
const unsafe = Object.entries(document.paths).flatMap(([path, operations]) =>
  ['post', 'put', 'patch', 'delete'].filter((method) => method in operations).map((method) => `${method} ${path}`),
);

/** What leaves no entry, and why. */
const UNSAID: Record<string, string> = {
  'post /api/definition/preview': 'changes nothing',
  'post /api/import': 'a place for files; what is done with them is noted when they are imported',
  'put /api/import/{id}/file/{name}': 'as above',
  'post /api/import/{id}/guess': 'changes nothing',
  'post /api/import/{id}/preview': 'changes nothing',
  'post /api/repeat/try': 'changes nothing',
  'post /api/source/{id}/test': 'changes nothing',
  'post /api/source/{id}/mapping/preview': 'changes nothing',
  'post /api/webhook/{workspaceId}/{sourceId}': 'said by a vendor, many times a minute; it is in webhook_receipt',
  'post /api/invitation/read': 'changes nothing',
  'post /api/password-reset/read': 'changes nothing',
  'post /api/login/identity': 'begins what ends at the provider; the link is noted when one comes back',
  'post /api/login/second-factor': 'holds only once a code was given, which is noted',
};

/** Each unsafe route, done for real, in this order. */
const SAID = [...FACTS_SAID, ...PEOPLE_SAID, ...LOGINS_SAID, ...DELETIONS_SAID];

const place = { kept: {} } as Place;
let dataDirectory: string;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-noted-'));
  const limits = { perTenSeconds: 10_000, searchesPerSecond: 1_000 };
  const company = sampleCompany({ until: SAMPLE_NOW, wonDeals: 5 });
  place.hubspot = await startHubspotStandIn(company, { now: () => SAMPLE_NOW, ...limits });
  place.server = await sampleServer({ dataDirectory });
  await place.server.db.query('update workspace set sample = false');
  ({ agent: place.ada } = await makeAda(place.server));
  place.other = await signInMember(place.server, { role: 'csm' });
});
afterAll(async () => {
  await place.server.close();
  await place.hubspot.close();
  await rm(dataDirectory, { recursive: true });
});

const noted = async (): Promise<Map<string, number>> => {
  const rows = await place.server.db.query<{ action: string; count: number }[]>(
    'select action, count(*)::int as count from audit_entry group by 1',
  );
  return new Map(rows.map(({ action, count }) => [action, count]));
};

test('every route that is not safe leaves an entry, or says why not', () => {
  const known = [...SAID.map(([route]) => route), ...Object.keys(UNSAID)];
  expect(unsafe.filter((route) => !known.includes(route))).toEqual([]);
  expect(known.filter((route) => !unsafe.includes(route))).toEqual([]);
});

describe.each(SAID)('%s', (_, action, act) => {
  test(`is written down as ${action}`, async () => {
    const before = await noted();
    await act(place);
    expect((await noted()).get(action) ?? 0).toBeGreaterThan(before.get(action) ?? 0);
  });
});
