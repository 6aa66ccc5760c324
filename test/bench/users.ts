import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { database, type Workspace } from '../../etl/warehouse/index.js';
import { makeSignInToken } from '../../server/access/sign-in/sign-in-link.js';
import { withDatabases } from './bench-database.js';
import { syntheticWorkspace } from './kpi-handoffs.js';
import { quantile } from './timing.js';
import { type Answered, useFor } from './users-at-work.js';

const HANDOFFS = 100_000;
const USERS = 50;
const SECONDS = 60;

/** How long the server may take to say that it listens. */
const START_MS = 60_000;

/** `users [--handoffs N] [--users N] [--seconds N]`: the built server as its own process, and people who look around in it all at once. */
export async function runUsers(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { handoffs: { type: 'string' }, users: { type: 'string' }, seconds: { type: 'string' } } });
  const { handoffs = HANDOFFS, users = USERS, seconds = SECONDS } = values;
  const answers: Answered[] = [];
  await withDatabases(['users'], async ([on]) => {
    if (!on) return;
    const workspace = await syntheticWorkspace(on.db, { count: Number(handoffs), until: new Date() });
    const work = { users: Number(users), seconds: Number(seconds) };
    answers.push(...(await withServer(on.url, workspace, (at, cookie) => useFor({ at, cookie }, work))));
  });
  console.log(`${users} users on ${handoffs} handoffs for ${seconds} s, each thinking 0.5 to 1.5 s after an answer`);
  tell('all', answers);
  for (const kind of new Set(answers.map((answer) => answer.kind)))
    tell(
      kind,
      answers.filter((answer) => answer.kind === kind),
    );
}

function tell(what: string, answers: readonly Answered[]): void {
  const times = answers.map(({ milliseconds }) => milliseconds);
  const [p50, p95, p99, most] = [0.5, 0.95, 0.99, 1].map((p) => quantile(times, p).toFixed(0));
  const errors = answers.filter(({ status }) => status !== 200).length;
  const counted = answers.filter(({ kept }) => kept !== null);
  const share =
    counted.length === 0 ? '' : `; ${((100 * counted.filter(({ kept }) => kept).length) / counted.length).toFixed(0)} % kept answers`;
  console.log(`${what}: ${answers.length} requests, p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, max ${most} ms, ${errors} errors${share}`);
}

/** The server on this database, until the work is done, and a session of the workspace. */
async function withServer<T>(url: string, { id }: Workspace, work: (at: string, cookie: string) => Promise<T>): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'baton-users-'));
  const env = { ...process.env, DATABASE_URL: url, BATON_DATA_DIR: data, BATON_SAMPLE: 'off', PORT: '0' };
  const server = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const at = new URL(await linkOf(server)).origin;
    return await work(at, await signIn(at, url, id));
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('close', resolve));
    await rm(data, { recursive: true, force: true });
  }
}

function linkOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error(`the server did not say where it listens:\n${text}`)), START_MS);
    stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [link] = /http:\S+sign-in[?]token=\S+/.exec(text) ?? [];
      if (link === undefined) return;
      clearTimeout(late);
      resolve(link);
    });
  });
}

async function signIn(at: string, url: string, workspaceId: string): Promise<string> {
  const db = await database(url, { poolSize: 1 }).initialize();
  const token = await makeSignInToken(db, workspaceId, new Date());
  await db.destroy();
  const answer = await fetch(`${at}/sign-in?token=${token}`, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`nobody was signed in: ${answer.status}`);
  return cookie;
}
