import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { binaries } from '../../../etl/warehouse/embedded-binaries.js';
import { homeOf } from '../../../etl/warehouse/embedded-home.js';
import { type Account, run } from '../../../etl/warehouse/embedded-run.js';
import { database, startEmbedded } from '../../../etl/warehouse/index.js';

/** So few that a drill can take them all. */
const FEW_CONNECTIONS = 60;

/** A Postgres that a drill can hurt: on one port, whatever becomes of it. */
export interface DrillPostgres {
  url: string;
  /** Of the postmaster. */
  pid(): Promise<number>;
  /** As whom it runs; null when as the current user. */
  as: Account | null;
  start(): Promise<void>;
  /** 'immediate' is a crash: nothing is flushed, and the next start recovers. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** A new and migrated database, on a disk of its own if one is given; the caller closes `db`. */
  make(name: string, path?: string): Promise<{ url: string; db: DataSource }>;
  /** One statement, or some, as the superuser in a database, on a connection of its own. */
  say(sql: string, database?: string): Promise<void>;
  remove(): Promise<void>;
}

export async function drillPostgres({ connections = FEW_CONNECTIONS } = {}): Promise<DrillPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-fault-'));
  await chmod(directory, 0o755);
  const first = await startEmbedded(directory);
  await first.stop();
  const home = await homeOf(directory);
  const { pgCtl } = await binaries(home);
  const { port } = new URL(first.url);
  const settings = [`-p ${port}`, ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].map((one) => `-c ${one}`)];
  const options = [...settings, `-c max_connections=${connections}`, '-c shared_buffers=256MB', '-c jit=off'].join(' ');
  const log = join(home.data, 'server.log');
  const start = () => run(pgCtl, ['start', '-D', home.data, '-w', '-t', '60', '-l', log, '-o', options], home.as);
  const stop = (how: 'fast' | 'immediate') => run(pgCtl, ['stop', '-D', home.data, '-m', how, '-w', '-t', '20'], home.as);
  const urlOf = (name: string) => first.url.replace(/\/postgres$/, `/${name}`);
  const say = async (sql: string, name = 'postgres') => {
    const client = new pg.Client(urlOf(name));
    client.on('error', () => {});
    await client.connect();
    await client.query(sql).finally(() => client.end().catch(() => {}));
  };
  await start();
  return {
    url: first.url,
    as: home.as,
    pid: async () => Number((await readFile(join(home.data, 'postmaster.pid'), 'utf8')).split('\n')[0]),
    start,
    stop,
    say,
    async make(name, path) {
      if (path) await say(`create tablespace of_${name} location '${path}'`);
      await say(`create database ${name}${path ? ` tablespace of_${name}` : ''}`);
      const db = await database(urlOf(name), { poolSize: 4, statementLimit: 120_000 }).initialize();
      await db.runMigrations();
      return { url: urlOf(name), db };
    },
    async remove() {
      await stop('immediate').catch(() => {});
      await rm(directory, { recursive: true, force: true });
    },
  };
}
