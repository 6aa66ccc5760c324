import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const DEALS = `deal_id,company,won_at,amount,owner
1,Acme,2026-01-05 10:00,12000,Ann
2,Bolt,2026-01-06 11:00,9000,Bo
3,Core,2026-01-07 12:00,7000,Ann
`;

let server: TestServer;
let dataDirectory: string;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-import-'));
  server = await testServer({ now: NOW, dataDirectory });
});
afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

async function upload(files: Record<string, string>): Promise<string> {
  const { body } = await server.agent.post('/api/import').expect(201);
  for (const [name, text] of Object.entries(files))
    await server.agent.put(`/api/import/${body.id}/file/${name}`).set('content-type', 'text/csv').send(text).expect(200);
  return body.id;
}

const guess = async (id: string) => (await server.agent.post(`/api/import/${id}/guess`).expect(200)).body;

async function imported(id: string, mapping: object) {
  await server.agent.post(`/api/import/${id}`).send({ mapping }).expect(202);
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await server.agent.get(`/api/import/${id}`).expect(200);
    if (body.state !== 'importing') return body;
    await setTimeout(50);
  }
  throw new Error('the import never ended');
}

const handoffs = async (): Promise<string[]> => {
  const rows = await server.db.query(`select account_name as name from handoff where removed_at is null order by 1`);
  return rows.map(({ name }: { name: string }) => name);
};

describe('files', () => {
  let mapping: object;

  it('are guessed in the zone and currency of the workspace', async () => {
    const answer = await guess(await upload({ 'deals.csv': DEALS }));
    expect(answer.mapping).toMatchObject({ timeZone: 'Europe/Berlin', currency: 'EUR', files: [{ path: 'deals.csv', what: 'deals' }] });
    mapping = answer.mapping;
  });

  it('are previewed before anything is written', async () => {
    const id = await upload({ 'deals.csv': `${DEALS}4,Dent,soon,1,Ann\n` });
    const { body } = await server.agent.post(`/api/import/${id}/preview`).send({ mapping }).expect(200);
    const deals = body.files.find(({ stream }: { stream: string }) => stream.includes('deals.csv'));
    expect(deals).toMatchObject({ rowCount: 4, newCount: 3, rejectedCount: 1, reasons: [expect.stringContaining('soon')] });
    expect(deals.first[0].facts.length).toBeGreaterThan(0);
    expect(await server.db.query('select 1 from source')).toEqual([]);
  });

  it('are imported, brought up to date and undone', async () => {
    expect(await imported(await upload({ 'deals.csv': DEALS }), mapping)).toMatchObject({ state: 'done', error: null });
    expect(await handoffs()).toEqual(['Acme', 'Bolt', 'Core']);
    const next = await upload({ 'deals.csv': `${DEALS.replace('Bolt', 'Bolt Ltd')}4,Dent,2026-02-01 09:00,1,Ann\n` });
    expect(await imported(next, mapping)).toMatchObject({ state: 'done', sourceId: 'files' });
    expect(await handoffs()).toEqual(['Acme', 'Bolt Ltd', 'Core', 'Dent']);
    const { body: known } = await server.agent.get('/api/import/undoable').expect(200);
    expect(known.imports).toMatchObject([{ sourceId: 'files', name: 'Files' }]);
    const hold = `/api/workspace/${server.workspace.id}/hold`;
    await server.agent.put(hold).send({ reason: 'case 12' }).expect(204);
    const { body: refused } = await server.agent.post('/api/import/undo').send({ sourceId: 'files' }).expect(409);
    expect(refused.detail).toContain('may be deleted while it is held: case 12');
    await server.agent.delete(hold).expect(204);
    const { body } = await server.agent.post('/api/import/undo').send({ sourceId: 'files' }).expect(200);
    expect(body.changedHandoffs).toBeGreaterThan(0);
    expect(await handoffs()).toEqual(['Acme', 'Bolt', 'Core']);
    await server.agent.post('/api/import/undo').send({ sourceId: 'no such' }).expect(404);
  });
});

describe('an upload', () => {
  it.each(['..%2f..%2fpasswd.csv', 'a.exe', '.csv', 'a%00.csv', 'a%2fb.csv'])('of "%s" is refused', async (name) => {
    const id = await upload({});
    await server.agent.put(`/api/import/${id}/file/${name}`).set('content-type', 'text/csv').send('a\n').expect(400);
  });

  it('that was never opened is unknown', async () => {
    await server.agent.get('/api/import/00000000-0000-4000-8000-000000000000').expect(404);
    await server.agent.get('/api/import/x').expect(400);
  });

  it('of another workspace is unknown', async () => {
    const id = await upload({ 'deals.csv': DEALS });
    const other = await testServer({ now: NOW, dataDirectory });
    await other.agent.get(`/api/import/${id}`).expect(404);
    await other.close();
  });

  it('whose mapping names a file of the server is refused', async () => {
    const id = await upload({ 'deals.csv': DEALS });
    const { mapping } = await guess(id);
    const elsewhere = { ...mapping, files: [{ ...mapping.files[0], path: '../../../etc/passwd' }] };
    const { body } = await server.agent.post(`/api/import/${id}/preview`).send({ mapping: elsewhere }).expect(400);
    expect(body.detail).toContain('was not uploaded');
  });

  it.each([
    ['a web page', '<!doctype html><html></html>'],
    ['nothing', ''],
  ])('of %s says what is wrong with it', async (_, text) => {
    const id = await upload({ 'deals.csv': text });
    const { body } = await server.agent.post(`/api/import/${id}/guess`).expect(422);
    expect(body.detail).toContain('deals.csv');
  });

  it('with a broken mapping names the place', async () => {
    const id = await upload({ 'deals.csv': DEALS });
    const { body } = await server.agent
      .post(`/api/import/${id}`)
      .send({ mapping: { name: 'x' } })
      .expect(422);
    expect(body.detail).toContain('timeZone');
  });
});
