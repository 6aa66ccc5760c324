import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Page, Stream } from '../source.js';
import { zendeskClient } from './client.js';
import { ratings } from './ratings.js';
import { zendeskSettings } from './settings.js';
import { surveyResponses } from './survey-responses.js';

const pagesOf = async (stream: Stream): Promise<Page[]> => {
  const pages: Page[] = [];
  for await (const page of stream.pages(null, new AbortController().signal)) pages.push(page);
  return pages;
};

/** An account that answers every question in one way. */
async function answering(status: number, body: unknown) {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const settings = zendeskSettings.parse({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const credentials = { kind: 'api token', email: 'a@b.example', token: 'secret' } as const;
  const client = zendeskClient({ settings, credentials, keepCredentials: async () => {} });
  return { client, settings, now: () => new Date('2026-03-01T00:00:00Z') };
}

test.each([
  ['ratings', 403, ratings],
  ['ratings', 404, ratings],
  ['survey responses', 403, surveyResponses],
  ['survey responses', 404, surveyResponses],
])('%s that the account does not have (%i) are left out with a reason, and are no failure', async (_, status, stream) => {
  const one = stream(await answering(status, { error: 'InvalidEndpoint', description: 'Not found' }));
  expect(await pagesOf(one)).toEqual([]);
  expect(one.leftOut?.()).toContain(`status ${status}`);
});

test('ratings that are there are not left out, and another refusal is a failure', async () => {
  const there = ratings(await answering(200, { satisfaction_ratings: [], meta: { has_more: false } }));
  expect(await pagesOf(there)).toHaveLength(1);
  expect(there.leftOut?.()).toBeNull();
  const refused = ratings(await answering(400, { error: 'No' }));
  await expect(pagesOf(refused)).rejects.toMatchObject({ status: 400 });
});
