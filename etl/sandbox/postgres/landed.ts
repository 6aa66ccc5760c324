import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of somebody else's, into which a tool lands tables. */
export interface LandedDatabase {
  /** Settings of the connection to it, and the login of a user that may only read. */
  settings: { host: string; port: number; database: string; tls: 'off' };
  credentials: { user: string; password: string };
  /** As its owner. */
  run(sql: string, values?: unknown[]): Promise<pg.QueryResult>;
  close(): Promise<void>;
}

/** A new database on the server at `url`, with a reader of its own. The caller closes it, which drops both. */
export async function landedDatabase(url: string): Promise<LandedDatabase> {
  const name = `landed_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(9).toString('hex');
  await once(url, `create database ${name}`);
  await once(url, `create role ${name} login password '${password}'`);
  const at = new URL(url);
  at.pathname = `/${name}`;
  const owner = new pg.Pool({ connectionString: at.href, max: 2 });
  owner.on('error', () => {});
  return {
    settings: { host: at.hostname, port: Number(at.port), database: name, tls: 'off' },
    credentials: { user: name, password },
    run: (sql, values) => owner.query(sql, values),
    close: async () => {
      await owner.end();
      await once(url, `drop database ${name} with (force)`);
      await once(url, `drop role ${name}`);
    },
  };
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Lets the reader read all tables of a schema. */
export const grant = ({ run, credentials }: LandedDatabase, schema: string) =>
  run(`grant usage on schema ${schema} to ${credentials.user}; grant select on all tables in schema ${schema} to ${credentials.user}`);
