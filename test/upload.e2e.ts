import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from './server.js';

const PAGE = 'deal_id,company\n1,<?php echo 40+2 ?><script>uploaded</script>#!/bin/sh\n';

let server: TestServer;
let dataDirectory: string;
let id: string;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-upload-'));
  server = await testServer({ now: new Date('2026-03-02T09:00:00Z'), dataDirectory });
  id = (await server.agent.post('/api/import').expect(201)).body.id;
  for (const name of ['page.html.csv', 'page.csv'])
    await server.agent.put(`/api/import/${id}/file/${name}`).set('content-type', 'text/csv').send(PAGE).expect(200);
});
afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

it('an uploaded file is served under no address, to nobody', async () => {
  const place = `upload/${server.workspace.id}/${id}`;
  const addresses = ['', 'assets/', 'assets/../', 'api/', 'api/import/', `api/import/${id}/file/`].flatMap((start) =>
    ['page.csv', 'page.html.csv', '', place, `${place}/page.csv`, `data/${place}/page.csv`].map((end) => `/${start}${end}`),
  );
  for (const address of addresses)
    for (const accept of ['*/*', 'text/html', 'text/csv'])
      for (const who of [server.agent, server.stranger])
        expect((await who.get(address).set('accept', accept)).text, address).not.toContain('uploaded');
});

it('nor can it be run, or read by another user of the machine', async () => {
  const folder = join(dataDirectory, 'upload', server.workspace.id, id);
  expect((await readdir(folder)).sort()).toEqual(['page.csv', 'page.html.csv']);
  for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o177).toBe(0);
  expect((await stat(folder)).mode & 0o077).toBe(0);
});

it('names of files that are sent are of letters, digits and dashes, whatever was asked', async () => {
  const queries = [
    'format=csv',
    'format=arrow',
    'format=csv&from=2026-01-01&to=2026-02-01',
    'format=csv&filter=segment:%22%3B%0d%0aX:%201',
  ];
  for (const path of queries.map((query) => `/api/handoff/export?${query}`).concat('/api/audit/export?format=csv')) {
    const { status, headers } = await server.agent.get(path);
    expect(headers).not.toHaveProperty('x');
    if (status === 200) expect(headers['content-disposition'], path).toMatch(/^attachment; filename="[\w.-]+"$/);
  }
});
