import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCOPES } from '../server/access/token/token.schema.js';
import { TOKEN_FORM } from '../server/access/token/token-text.js';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';
import { signInMember } from './sign-in-member.js';

const page = await readFile('docs/token.md', 'utf8');
const run = promisify(execFile);

/** The first example of a language. */
const example = (language: string): string => page.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] ?? '';

let server: TestServer;
let cwd: string;
let env: Record<string, string>;
let handoffCount: number;
beforeAll(async () => {
  server = await sampleServer();
  await server.app.listen(0, '127.0.0.1');
  cwd = await mkdtemp(join(tmpdir(), 'baton-token-'));
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  const { agent } = await signInMember(server, { role: 'analyst' });
  const wanted = { name: 'Docs', scopes: ['read', 'export'], visibility: 'all', days: 1 };
  const { body } = await agent.post('/api/token').send(wanted).expect(201);
  env = { PATH: process.env.PATH ?? '', BATON_URL: `http://127.0.0.1:${port}`, BATON_TOKEN: body.secret };
  await run('sh', ['-e', '-c', example('sh')], { cwd, env });
  handoffCount = (await readFile(join(cwd, 'handoffs.csv'), 'utf8')).split('\r\n').length - 2;
});
afterAll(async () => {
  await server.close();
  await rm(cwd, { recursive: true });
});

test('the example with curl writes every KPI and every handoff', async () => {
  const { kpis } = JSON.parse(await readFile(join(cwd, 'kpis.json'), 'utf8'));
  expect(kpis.length).toBeGreaterThan(10);
  expect(handoffCount).toBeGreaterThan(100);
});

/** Skipped where there is no Python, which the name of the test then says. */
const python = await run('python3', ['--version']).then(
  ({ stdout }) => stdout.trim(),
  () => null,
);
test.skipIf(!python)(`the example with Python (${python ?? 'which is not installed here'}) prints the same KPIs and handoffs`, async () => {
  const { stdout } = await run('python3', ['-c', example('python')], { cwd, env });
  const lines = stdout.trim().split('\n');
  const { kpis } = JSON.parse(await readFile(join(cwd, 'kpis.json'), 'utf8'));
  expect(lines.slice(0, -1).map((line) => line.split('\t')[0])).toEqual(kpis.map(({ kpi }: { kpi: { name: string } }) => kpi.name));
  expect(lines.at(-1)).toBe(`${handoffCount} handoffs`);
});

test.skipIf(!python)('the example with Python says why a wrong token opens nothing', async () => {
  const wrong = { ...env, BATON_TOKEN: 'baton_wrong' };
  await expect(run('python3', ['-c', example('python')], { cwd, env: wrong })).rejects.toMatchObject({
    stderr: expect.stringContaining('This token opens nothing'),
  });
});

test('the example with DuckDB counts every handoff once', async () => {
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const answer = await duckdb.runAndReadAll(example('sql').replace('handoffs.csv', join(cwd, 'handoffs.csv')));
  const rows = answer.getRows().map(([segment, handoffs, reached]) => ({ segment, handoffs: Number(handoffs), reached: Number(reached) }));
  expect(rows.reduce((sum, row) => sum + row.handoffs, 0)).toBe(handoffCount);
  expect(rows.every(({ handoffs, reached }) => reached <= handoffs)).toBe(true);
  duckdb.closeSync();
});

test('the page says every scope and how a token looks', () => {
  const { BATON_TOKEN = '' } = env;
  expect(SCOPES.filter((scope) => !page.includes(`\`${scope}\``))).toEqual([]);
  expect(page).toContain(TOKEN_FORM.source.slice(1, -1));
  expect(BATON_TOKEN).toMatch(TOKEN_FORM);
});
