import { beforeAll, expect, it } from 'vitest';
import { startHubspotStandIn } from '../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../etl/sandbox/sample-company.js';
import { baton, compile, folder } from './baton-process.js';
import { testDatabase } from './database.js';

beforeAll(compile);

it('a tool is connected when its test passes, its secret kept only sealed', async () => {
  const company = sampleCompany({ until: new Date('2026-03-02T00:00:00Z'), wonDeals: 20 });
  const hubspot = await startHubspotStandIn(company);
  const { url, db } = await testDatabase();
  const env = { BATON_DATA_DIR: await folder(), DATABASE_URL: url };
  const connect = (token: string) => baton(['connect', 'hubspot', '--url', hubspot.url, '--every', '30'], { ...env, HUBSPOT_TOKEN: token });

  const refused = connect('hunter2');
  expect(await refused.exit).toBe(1);
  expect(refused.printed()).toMatch(/^baton: .*(token|HubSpot)/i);
  expect(refused.printed()).not.toContain('hunter2');
  expect(await db.query('select 1 from source')).toEqual([]);

  const connected = connect(hubspot.credentials.token);
  expect(await connected.exit, connected.printed()).toBe(0);
  expect(connected.printed()).toContain('Connected hubspot. It is read every 30 minutes');
  expect(connected.printed()).toMatch(/http:\S+sign-in[?]token=\S+/);
  const rows = await db.query('select id, schedule, period_minutes, settings, credentials from source');
  expect(rows).toMatchObject([{ id: 'hubspot', schedule: '*/30 * * * *', period_minutes: 60, settings: { baseUrl: hubspot.url } }]);
  expect(Buffer.from(rows[0].credentials).includes(hubspot.credentials.token)).toBe(false);

  const sync = baton(['sync', 'hubspot'], env);
  expect(await sync.exit, sync.printed()).toBe(0);
  expect(sync.printed()).toMatch(/hubspot.deals: [1-9]\d* read/);
  await hubspot.close();
});
