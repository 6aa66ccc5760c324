import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealCredentials } from '../etl/sync/credentials.js';
import { runSync } from '../etl/sync/run.js';
import { within } from '../etl/warehouse/index.js';
import { makeBackup } from '../server/backup/make-backup.js';
import { readBackup } from '../server/backup/read-backup.js';
import { logTo } from '../server/http/log.js';
import { Syncs } from '../server/source/syncs.js';
import { ADA, makeAda } from './ada.js';
import type { Agent } from './agent.js';
import { everythingIn } from './everything-in.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const key = Buffer.alloc(32, 1);
const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(await readFile('server/openapi.json', 'utf8'));

let server: TestServer;
let vendor: Server;
let vendorUrl: string;
let dataDirectory: string;
let ada: Agent;
/** By what it is. */
const planted = new Map<string, string>();
const logged: string[] = [];
/** Everything that was answered but the one answer that shows a secret to whom it belongs. */
const answered: string[] = [];

const long = () => `Pl4nted-${randomBytes(12).toString('hex')}`;
/** These look like no secret to whoever masks by their look. */
const short = () => `pw${randomBytes(6).toString('base64url')}Zz`;

function plant(what: string, secret = planted.size % 2 ? short() : long()): string {
  planted.set(`${what} ${planted.size + 1}`, secret);
  return secret;
}

/** A vendor that says in its failures all that it was told. */
async function openVendor(): Promise<void> {
  let turn = 0;
  vendor = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const told = JSON.stringify({ message: `no: ${request.url}`, headers: request.headers, body: Buffer.concat(parts).toString() });
      const status = [401, 400, 403, 500, 200, 302][turn++ % 6] ?? 500;
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(status === 302 && { location: `/again?said=${encodeURIComponent(told)}` }),
      });
      response.end(status === 200 ? told.slice(0, -3) : told);
    });
  });
  await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
  vendorUrl = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  await openVendor();
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-secrets-'));
  server = await testServer({ now: NOW, dataDirectory, log: logTo({ write: (line) => void logged.push(line) }, 'debug') });
  ({ agent: ada } = await makeAda(server, { password: plant('password', long()) }));
});
afterAll(async () => {
  await server.close();
  vendor.closeAllConnections();
  vendor.close();
  await rm(dataDirectory, { recursive: true });
});

interface Answer {
  text: string;
  headers: Record<string, unknown>;
  status: number;
  body: Record<string, never>;
}

/** Keeps what was answered, for the search. */
async function heard(asked: PromiseLike<Answer>): Promise<Answer> {
  const answer = await asked;
  const { 'set-cookie': own, ...headers } = answer.headers;
  for (const cookie of [own ?? []].flat())
    plant(
      'session',
      decodeURIComponent(/=([^;]+)/.exec(String(cookie))?.[1] ?? '')
        .slice(2)
        .split('.')[0],
    );
  answered.push(JSON.stringify(headers), answer.text ?? '');
  return answer;
}

interface Kind {
  kind: string;
  byHand: boolean;
  credentials: { properties?: Record<string, { type?: string }> } | null;
}

async function connectAll(): Promise<void> {
  const { body } = await ada.get('/api/source/kind').expect(200);
  for (const { kind, credentials, byHand } of body.kinds as Kind[]) {
    const names = Object.keys(credentials?.properties ?? {});
    if (byHand || names.length === 0) continue;
    const secretsOf = () => Object.fromEntries(names.map((name) => [name, plant(`${kind} ${name}`)]));
    const settings = { baseUrl: vendorUrl };
    for (let i = 0; i < 2; i++)
      await heard(ada.post('/api/source').send({ kind, name: `${kind} typed`, settings, credentials: secretsOf(), schedule: null }));
    await keep(kind, { settings, credentials: secretsOf() });
    for (let i = 0; i < 6; i++) await read(kind);
    await heard(ada.post(`/api/source/${kind}/test`).send({}));
    await heard(ada.put(`/api/source/${kind}/settings`).send({ credentials: secretsOf() }));
  }
}

const keep = (id: string, { settings, credentials }: { settings: object; credentials: object }) =>
  server.db.query(
    `insert into source (workspace_id, id, kind, name, settings, credentials, created_at) values ($1, $2, $2, $2, $3, $4, now())`,
    [...[server.workspace.id, id, settings], sealCredentials(credentials, { key, workspaceId: server.workspace.id, sourceId: id })],
  );

async function read(sourceId: string): Promise<void> {
  const workspaceId = server.workspace.id;
  const run = { workspaceId, sourceId, trigger: 'hand', secretKey: key, now: () => NOW } as const;
  const outcome = await within(workspaceId, () => runSync(server.scoped, { ...run, signal: AbortSignal.timeout(3_000) })).catch(
    (error: Error) => error,
  );
  answered.push(JSON.stringify(outcome), outcome instanceof Error ? outcome.message : '');
}

/** By the server itself, which logs how it went. */
async function syncAll(): Promise<void> {
  const { body } = await ada.get('/api/source').expect(200);
  for (const { id } of body.sources as { id: string }[]) await heard(ada.post(`/api/source/${id}/sync`));
  const syncs = server.app.get(Syncs);
  for (let tries = 0; tries < 200 && syncs.begun(server.workspace.id).size > 0; tries++) await setTimeout(50);
}

/** A mail in the outbox, and a backup. Answers all that is in the backup. */
async function mailAndBackUp(): Promise<string> {
  const report = '/api/report/0198c0de-0000-7000-8000-000000000001';
  const wanted = { name: 'Mondays', recipients: ['a@baton.example'], timeZone: 'UTC', schedule: '0 8 * * 1' };
  await heard(ada.put(report).send(wanted));
  await heard(ada.post(`${report}/send`).send({}));
  const file = join(dataDirectory, 'all.baton');
  await makeBackup({ url: String((server.db.options as { url?: string }).url), file, keyId: '00', now: NOW });
  const parts: string[] = [];
  for await (const part of readBackup(file)) parts.push(part.kind === 'rows' ? part.bytes.toString('latin1') : JSON.stringify(part));
  return parts.join('\n');
}

/** What is shown once, and never again. */
async function shownOnce(): Promise<void> {
  const password = [...planted.values()][0] ?? '';
  for (let i = 0; i < 8; i++) {
    const { body } = await ada
      .post('/api/token')
      .send({ name: `t${i}`, scopes: ['read'], visibility: 'all', days: 5 })
      .expect(201);
    plant('token', body.secret);
    await heard(server.stranger.get('/api/kpi').set('authorization', `Bearer ${body.secret}`));
  }
  for (let i = 0; i < 3; i++) {
    const { body } = await ada
      .post('/api/invitation')
      .send({ email: `new${i}@baton.example`, role: 'csm' })
      .expect(201);
    const token = plant('invitation', /token=([^&]+)/.exec(body.link)?.[1]);
    await heard(server.stranger.post('/api/invitation/read').send({ token }));
    if (i === 0)
      await heard(server.stranger.post('/api/invitation/accept').send({ token, name: 'New', password: plant('password', long()) }));
  }
  const { body: begun } = await ada.post('/api/login/second-factor').send({ password }).expect(200);
  plant('second factor', begun.secret);
  const code = new TOTP({ secret: Secret.fromBase32(begun.secret) }).generate({ timestamp: NOW.getTime() });
  const { body: confirmed } = await ada.put('/api/login/second-factor').send({ code }).expect(200);
  for (const one of confirmed.recoveryCodes) plant('recovery code', one);
}

/** Whatever somebody may type into the wrong place. */
async function wrongEverywhere(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    const wrong = plant('wrong password');
    await heard(server.stranger.post('/api/session').send({ email: ADA.email, password: wrong }));
    await heard(server.stranger.post('/api/session').send({ email: `${wrong}@baton.example`, password: wrong, extra: 1 }));
  }
  await heard(ada.put('/api/login/password').send({ current: plant('wrong password'), new: plant('password', long()) }));
  await heard(server.stranger.post('/api/password-reset/use').send({ token: plant('reset token'), password: plant('password', long()) }));
  await heard(server.stranger.get(`/sign-in?token=${plant('link token')}`));
  await heard(server.stranger.get('/api/kpi').set('authorization', `Bearer ${plant('wrong token')}`));
  await heard(
    server.stranger.get('/api/kpi').set('authorization', `Basic ${Buffer.from(`a:${plant('basic password')}`).toString('base64')}`),
  );
  await heard(server.stranger.get('/api/kpi').set('cookie', `baton=s%3A${plant('forged session')}.x`));
}

async function everyRoute(): Promise<void> {
  const [secret = ''] = [...planted].filter(([what]) => what.startsWith('token')).map(([, value]) => value);
  for (const [path, operations] of Object.entries(document.paths)) {
    const url = path.replaceAll(/[{]id[}]/g, 'hubspot').replaceAll(/[{][^}]+[}]/g, 'x');
    for (const method of ['get', 'post', 'put', 'patch'] as const) {
      if (!(method in operations) || url.includes('second-factor') || url.includes('recovery-code')) continue;
      const body =
        method === 'get'
          ? undefined
          : { password: plant('password in a wrong body'), credentials: { token: plant('token in a wrong body') } };
      await heard(ada[method](url).send(body) as never);
      await heard(server.stranger[method](url).set('authorization', `Bearer ${secret}`).send(body) as never);
    }
  }
}

/** The forms in which a dump, a log or a mail could hold a secret. */
function hitsIn(where: string): string[] {
  const small = where.toLowerCase();
  return [...planted].flatMap(([what, secret]) => {
    const bytes = Buffer.from(secret);
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(shift ? 4 : 0, -4),
    );
    const forms = [secret, encodeURIComponent(secret), ...base64].filter((form) => where.includes(form));
    return forms.length > 0 || small.includes(bytes.toString('hex')) ? [`${what}: ${forms[0] ?? 'in hex'}`] : [];
  });
}

async function filesOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map(async (file) => `${file}\n${await readFile(file, 'latin1')}`))).join('\n');
}

test('no planted secret is in any row, log line, answer or mail', { timeout: 180_000 }, async () => {
  await connectAll();
  await syncAll();
  await wrongEverywhere();
  await shownOnce();
  await everyRoute();
  await heard(ada.post('/api/session/all').send({}));
  const backup = await mailAndBackUp();
  const places = {
    backup,
    rows: await everythingIn(server.db),
    log: logged.join('\n'),
    answers: answered.join('\n'),
    mails: await filesOf(dataDirectory),
  };
  console.log(
    `${planted.size} planted secrets; ${Object.entries(places)
      .map(([name, text]) => `${hitsIn(text).length} hits in ${Math.round(text.length / 1000)} kB of ${name}`)
      .join(', ')}`,
  );
  expect(planted.size).toBeGreaterThan(50);
  expect(Object.values(places).map((text) => text.length > 5_000)).toEqual(Object.values(places).map(() => true));
  expect(logged.length).toBeGreaterThan(100);
  expect(Object.fromEntries(Object.entries(places).map(([name, text]) => [name, hitsIn(text)]))).toEqual({
    backup: [],
    rows: [],
    log: [],
    answers: [],
    mails: [],
  });
});

test('the search finds what is there', () => {
  const [[, secret = ''] = []] = planted;
  for (const form of [
    secret,
    Buffer.from(secret).toString('hex'),
    Buffer.from(`x${secret}y`).toString('base64'),
    `a=${encodeURIComponent(secret)}`,
  ])
    expect(hitsIn(`before ${form} after`)).toHaveLength(1);
});
