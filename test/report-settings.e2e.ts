import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KnownHandoffs } from './known-handoffs.js';
import { type TestServer, testServer } from './server.js';

/** A Thursday. */
const NOW = new Date('2026-06-04T12:00:30Z');
const GOOD = { name: 'For the board', recipients: ['ann@example.com'], timeZone: 'America/New_York', schedule: '0 8 * * 1' };

let server: TestServer;
let dataDirectory: string;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-report-'));
  server = await testServer({ now: NOW, dataDirectory, seed: (db, { id }) => new KnownHandoffs(db, id).readThrough(NOW) });
});
afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

const put = (id: string, body: object) => server.agent.put(`/api/report/${id}`).send(body);

test('a report is made, changed and listed with its next slot', async () => {
  const id = randomUUID();
  const made = await put(id, GOOD).expect(200);
  expect(made.body).toMatchObject({
    ...GOOD,
    id,
    active: true,
    nextAt: '2026-06-08T12:00:00.000Z',
    scheduleWords: 'every Monday at 08:00',
    last: null,
  });
  await put(id, { ...GOOD, schedule: '30 7 * * *', recipients: ['ann@example.com', 'Ann@example.com'] }).expect(200);
  const { body } = await server.agent.get('/api/report').expect(200);
  expect(body).toMatchObject({
    transport: 'outbox',
    reports: [{ id, recipients: ['Ann@example.com'], nextAt: '2026-06-05T11:30:00.000Z' }],
  });
  expect((await put(id, { ...GOOD, active: false }).expect(200)).body.nextAt).toBeNull();
});

describe('a report that cannot be kept is refused with a sentence', () => {
  const cases: [string, object, string][] = [
    ['two addresses in one', { recipients: ['ann@example.com, eve@example.com'] }, 'is not one e-mail address'],
    ['a header in an address', { recipients: ['ann@example.com\r\nBcc: eve@example.com'] }, 'is not one e-mail address'],
    ['a place that is no time zone', { timeZone: 'Mars/Phobos' }, 'is not a time zone'],
    ['an offset as a time zone', { timeZone: '+02:00' }, 'is not a time zone'],
    ['a schedule in words', { schedule: 'every monday' }, 'five cron fields'],
    ['a schedule of seconds', { schedule: '* * * * *' }, 'more than once an hour'],
    ['no name', { name: ' ' }, 'Give the report a name'],
    ['an unknown key', { recipients: [], workspaceId: randomUUID() }, 'workspaceId'],
    ['too many recipients', { recipients: Array.from({ length: 51 }, (_, i) => `p${i}@example.com`) }, 'at most 50'],
  ];
  test.each(cases)('%s', async (_, wrong, sentence) => {
    const { body } = await put(randomUUID(), { ...GOOD, ...wrong })
      .expect(400)
      .expect('content-type', /problem\+json/);
    expect(body.detail).toContain(sentence);
  });

  test('an id that is none', async () => {
    await put('1', GOOD).expect(400);
  });
});

test('sending by hand twice within a minute is one mail, whose parts can be looked at', async () => {
  const id = randomUUID();
  await put(id, GOOD).expect(200);
  const first = await server.agent.post(`/api/report/${id}/send`).expect(200);
  const second = await server.agent.post(`/api/report/${id}/send`).send({}).expect(200);
  expect(first.body).toMatchObject({
    slot: '2026-06-04T11:59:59.000Z',
    mails: [{ recipient: 'ann@example.com', status: 'sent', attempts: 1 }],
  });
  expect(second.body).toEqual(first.body);
  const { body } = await server.agent.get(`/api/mail/${first.body.mails[0].id}`).expect(200);
  expect(body.text).toContain('Data as of Thursday 4 June 2026, 07:59 (America/New_York)');
  expect(body.html).toContain('<html');
  expect(body.headers).toContainEqual({ name: 'To', value: 'ann@example.com' });
});

test('a mail from a workspace without handoffs has words where there are no numbers', async () => {
  const id = randomUUID();
  await put(id, GOOD).expect(200);
  const { body } = await server.agent
    .post(`/api/report/${id}/send`)
    .send({ to: ['bob@example.com'] })
    .expect(200);
  const parts = (await server.agent.get(`/api/mail/${body.mails[0].id}`).expect(200)).body;
  expect(parts.mail.subject).toBe('Handoff health: no accounts at risk, churn not known yet');
  expect(parts.text).toContain('No accounts at risk');
  expect(`${parts.text}${parts.html}`).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
});

test('what cannot be sent is said', async () => {
  const id = randomUUID();
  await server.agent.post(`/api/report/${id}/send`).expect(404);
  await put(id, { ...GOOD, recipients: [] }).expect(200);
  const nobody = await server.agent.post(`/api/report/${id}/send`).expect(400);
  expect(nobody.body.detail).toContain('has no recipients');
  const future = await server.agent
    .post(`/api/report/${id}/send`)
    .send({ to: ['a@b.c'], asOf: '2027-01-01T00:00:00Z' })
    .expect(400);
  expect(future.body.detail).toContain('is in the future');
  await server.agent.post(`/api/report/${id}/send`).send({ cc: 'a@b.c' }).expect(400);
  await server.agent.get('/api/mail/unknown').expect(404);
  await server.agent.get('/api/mail').query({ after: 'x' }).expect(400);
});

test('nobody reads or sends reports without signing in', async () => {
  for (const path of ['/api/report', '/api/mail', '/api/mail/x', '/api/risk', '/api/handoff/x', '/api/handoff/excluded']) {
    await server.stranger.get(path).expect(401);
  }
  await server.stranger.post(`/api/report/${randomUUID()}/send`).expect((response) => expect([401, 403]).toContain(response.status));
});
