import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cookieOf, tokenOf } from './agent.js';
import { GOOD, type ImportVector, VECTORS } from './import-vector/files.js';
import { type TestServer, testServer } from './server.js';

let server: TestServer;
let dataDirectory: string;
let mapping: object;
const statuses = new Map<number, number>();

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-import-'));
  server = await testServer({
    now: new Date('2026-03-02T09:00:00Z'),
    dataDirectory,
    walls: { upload: { bytes: 10_000_000, lines: 50_000 } },
  });
  const id = await opened();
  await sent(id, { bytes: GOOD, headers: {} });
  const guessed = await asked('guess', id);
  expect(guessed.status).toBe(200);
  mapping = guessed.body.mapping;
});

afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

interface Told {
  status: number;
  body: Record<string, unknown> & { detail?: string; mapping?: object };
}

const counted = ({ status, body }: Told & { body: object }): Told => {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return { status, body };
};

const opened = async (): Promise<string> => (await server.agent.post('/api/import').expect(201)).body.id;

const sent = async (id: string, { bytes, headers = {} }: Pick<ImportVector, 'bytes' | 'headers'>): Promise<Told> =>
  counted(
    await server.agent
      .put(`/api/import/${id}/file/deals.csv`)
      .set({ 'content-type': 'text/csv', ...headers })
      .send(bytes),
  );

const asked = async (what: '' | 'guess' | 'preview', id: string): Promise<Told & { body: { mapping: object } }> => {
  const asking = server.agent.post(`/api/import/${id}${what && `/${what}`}`);
  return counted(await (what === 'guess' ? asking : asking.send({ mapping }))) as Told & { body: { mapping: object } };
};

/** What an import that has begun comes to. */
async function ended(id: string): Promise<Record<string, unknown>> {
  for (let tries = 0; tries < 400; tries++) {
    const { body } = await server.agent.get(`/api/import/${id}`).expect(200);
    if (body.state !== 'importing') return body;
    await setTimeout(50);
  }
  throw new Error('the import never ended');
}

const TABLES = ['source', 'record', 'account', 'deal', 'person', 'handoff', 'rejected_record', 'sync_run'];

async function kept(): Promise<Record<string, number>> {
  const counts = await Promise.all(TABLES.map((table) => server.db.query(`select count(*)::int as count from ${table}`)));
  return Object.fromEntries(TABLES.map((table, n) => [table, counts[n][0].count]));
}

const accounts = async (): Promise<string[]> =>
  (await server.db.query(`select account_name as name from handoff where removed_at is null order by deal_external_id`)).map(
    ({ name }: { name: string }) => name,
  );

const words = (says: string | RegExp) => (typeof says === 'string' ? expect.stringContaining(says) : expect.stringMatching(says));

/** Takes back what was imported, so that each file meets an empty workspace. */
async function undo(): Promise<void> {
  await server.agent.post('/api/import/undo').send({ sourceId: 'files' }).expect(200);
  expect(await accounts()).toEqual([]);
}

it.each(VECTORS.filter(({ fate }) => 'refused' in fate))(
  'a file of $what is refused in words, and nothing of it is kept',
  async (vector) => {
    if (!('refused' in vector.fate)) return;
    const { refused, says } = vector.fate;
    const before = await kept();
    const id = await opened();
    const upload = await sent(id, vector);
    const guessed = await asked('guess', id);
    const previewed = upload.status < 300 ? await asked('preview', id) : upload;
    expect(previewed).toMatchObject({ status: refused, body: { status: refused, detail: words(says) } });
    expect([200, 400, 422]).toContain(guessed.status);
    const begun = upload.status < 300 ? await asked('', id) : upload;
    expect(begun).toMatchObject({ status: refused, body: { status: refused, detail: words(says) } });
    expect(await kept()).toEqual(before);
  },
);

it.each(VECTORS.filter(({ fate }) => 'accounts' in fate))('a file of $what is imported as it stands', async (vector) => {
  if (!('accounts' in vector.fate)) return;
  const { accounts: wanted, rejects = [] } = vector.fate;
  const id = await opened();
  expect(await sent(id, vector)).toMatchObject({ status: 200 });
  expect([200, 422]).toContain((await asked('guess', id)).status);
  const { status, body } = await asked('preview', id);
  expect(status).toBe(200);
  const deals = (body.files as { stream: string; rejectedCount: number; reasons: string[] }[]).find(
    ({ stream }) => stream === 'csv.deals.csv',
  );
  expect(deals).toMatchObject({ rejectedCount: rejects.length, reasons: rejects.map(words) });
  expect((await asked('', id)).status).toBe(202);
  expect(await ended(id)).toMatchObject({ state: 'done', error: null });
  expect([...(await accounts())].sort()).toEqual([...wanted].sort());
  await undo();
});

it('a file without an end is refused as soon as it is too large, with nothing of it in memory or on the disk', async () => {
  const id = await opened();
  const { port } = server.app.getHttpServer().listen(0).address() as AddressInfo;
  const headers = { 'content-type': 'text/csv', cookie: cookieOf(server.agent), ...tokenOf(server.app, cookieOf(server.agent)) };
  const chunk = Buffer.alloc(65_536, 'x');
  const heapBefore = process.memoryUsage().arrayBuffers;
  let sentBytes = 0;
  let heapMost = 0;
  const status = await new Promise<number | undefined>((answered, broke) => {
    const going = request({ port, method: 'PUT', path: `/api/import/${id}/file/deals.csv`, headers }, (response) => {
      answered(response.resume().statusCode);
      going.destroy();
    });
    going.on('error', broke);
    const more = () => {
      if (going.destroyed) return;
      sentBytes += chunk.length;
      heapMost = Math.max(heapMost, process.memoryUsage().arrayBuffers);
      if (going.write(chunk)) setImmediate(more);
      else going.once('drain', more);
    };
    more();
  });
  expect(status).toBe(413);
  expect(sentBytes).toBeLessThan(40_000_000);
  expect(heapMost - heapBefore).toBeLessThan(40_000_000);
  expect(await asked('guess', id)).toMatchObject({ status: 400, body: { detail: words('There is no file in this upload yet') } });
});

it('no vector fails', () => {
  const failed = [...statuses].reduce((sum, [status, n]) => sum + (status >= 500 ? n : 0), 0);
  console.log(`import: ${VECTORS.length} vectors, ${failed} x 5xx`);
  expect(failed).toBe(0);
});
