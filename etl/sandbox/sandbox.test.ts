import { expect, test } from 'vitest';
import { hubspotAsker, zendeskAsker } from '../../test/every-answer.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const options = { until: new Date('2026-03-01T12:00:00Z'), wonDeals: 40 };

/** Addresses change with the port; nothing else may. */
async function served(sandbox: Sandbox): Promise<string> {
  const crm = await hubspotAsker(sandbox.hubspot)('/crm/objects/2026-03/deals?limit=50&propertiesWithHistory=dealstage,csm_owner');
  const desk = await (await zendeskAsker(sandbox.zendesk))('/api/v2/incremental/ticket_events.json?start_time=0&include=comment_events');
  return JSON.stringify([crm.body, desk.body]).replaceAll(/127[.]0[.]0[.]1:\d+/g, '127.0.0.1');
}

test('started again it serves the same records, and lets the same clients in', async () => {
  const first = await startSandbox(options);
  const before = await served(first);
  await first.close();
  const second = await startSandbox(options);
  expect(await served(second)).toBe(before);
  expect([second.hubspot.credentials, second.zendesk.credentials]).toEqual([first.hubspot.credentials, first.zendesk.credentials]);
  await second.close();
});

test('once closed it answers nobody', async () => {
  const sandbox = await startSandbox(options);
  const ask = hubspotAsker(sandbox.hubspot);
  await sandbox.close();
  await expect(ask('/crm/owners/2026-03')).rejects.toThrow();
});
