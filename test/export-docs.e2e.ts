import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { SAMPLE_NOW, sampleServer } from './sample.js';
import type { TestServer } from './server.js';

const page = await readFile('docs/export.md', 'utf8');

/** The first example of a language. */
const example = (language: string): string => page.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] ?? '';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await sampleServer();
  await server.app.listen(0, '127.0.0.1');
  folder = await mkdtemp(join(tmpdir(), 'baton-export-'));
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  const token = await makeSignInToken(server.db, server.workspace.id, SAMPLE_NOW);
  const script = example('sh').replaceAll('localhost:4010', `127.0.0.1:${port}`);
  const env = { PATH: process.env.PATH ?? '', LINK: `http://127.0.0.1:${port}/sign-in?token=${token}` };
  await promisify(execFile)('sh', ['-e', '-c', script], { cwd: folder, env });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('the example with curl writes both files, of the same handoffs', async () => {
  const table = tableFromIPC(await readFile(join(folder, 'handoffs.arrows')));
  const ids = Array.from(table.getChild('id') ?? [], String);
  expect(new Set(Array.from(table.getChild('segment') ?? []))).toEqual(new Set(['enterprise']));
  const lines = (await readFile(join(folder, 'handoffs.csv'), 'utf8')).split('\r\n').slice(1, -1);
  expect(lines.map((line) => line.split(',')[0])).toEqual(ids);
  expect(ids.length).toBeGreaterThan(20);
});

test('the example with DuckDB counts the handoffs of each CSM', async () => {
  const table = tableFromIPC(await readFile(join(folder, 'handoffs.arrows')));
  const counts = new Map<string | null, number>();
  for (const csm of table.getChild('csm') ?? []) counts.set(csm, (counts.get(csm) ?? 0) + 1);
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const answer = await duckdb.runAndReadAll(example('sql').replace('handoffs.csv', join(folder, 'handoffs.csv')));
  expect(new Map(answer.getRows().map(([csm, handoffs]) => [csm, Number(handoffs)]))).toEqual(counts);
  duckdb.closeSync();
});

test('DuckDB reads the moments, numbers and flags of the CSV as what they are', async () => {
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const described = await duckdb.runAndReadAll(`describe from read_csv('${join(folder, 'handoffs.csv')}')`);
  const types = Object.fromEntries(described.getRows().map(([name, type]) => [name, type]));
  expect(types).toMatchObject({ id: 'VARCHAR', won_at: 'TIMESTAMP WITH TIME ZONE', arr: 'BIGINT', survey_satisfied: 'BOOLEAN' });
  duckdb.closeSync();
});

test('the page names every column', async () => {
  const { fields } = tableFromIPC(await readFile(join(folder, 'handoffs.arrows'))).schema;
  const { kpis } = (await server.agent.get('/api/kpi').expect(200)).body as { kpis: { kpi: { id: string } }[] };
  const { dimensions } = (await server.agent.get('/api/dimension').expect(200)).body as { dimensions: { name: string }[] };
  const patterns = new Set([
    ...kpis.flatMap(({ kpi }) => [kpi.id.replaceAll('-', '_'), `${kpi.id.replaceAll('-', '_')}_outcome`]),
    ...dimensions.map(({ name }) => name),
  ]);
  const said = fields.map(({ name }) => name).filter((name) => !patterns.has(name) && !name.startsWith('clock_'));
  expect(said.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(said.length).toBeGreaterThan(20);
});
