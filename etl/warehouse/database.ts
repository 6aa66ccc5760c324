import { DataSource, type DataSourceOptions } from 'typeorm';
import { HeardClient } from './heard-client.js';
import * as migrations from './migration/index.js';
import { DOOR_ROLE } from './migration/isolate.js';
import { SnakeCase } from './naming.js';
import { ScopedDatabase } from './scoped-database.js';
import * as tables from './table/index.js';

/** Milliseconds after which a statement is given up: a black-holed link must not hang a request for ever. */
const STATEMENT_LIMIT = 30_000;

export interface DatabaseOptions {
  /** Upper bound of pooled connections. */
  poolSize?: number;
  /** Milliseconds; raise it for imports and derivations, which are long by nature. */
  statementLimit?: number;
  /** Row-level security holds: each statement needs a scope (`within`, `atTheDoor`). Left out for migrations and tests, which work as the owner. */
  scoped?: boolean;
}

/** A TypeORM data source on `url`, not yet connected. Its pool heals after a crash, a cut or a black hole. */
export function database(
  url: string,
  { poolSize = 10, statementLimit = STATEMENT_LIMIT, scoped = false }: DatabaseOptions = {},
): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    // What a connection falls back to between transactions may read no fact.
    url: scoped ? openedAs(DOOR_ROLE, url) : url,
    entities: Object.values(tables),
    migrations: Object.values(migrations),
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCase(),
    synchronize: false,
    logging: false,
    applicationName: 'baton',
    poolSize,
    extra: {
      Client: HeardClient,
      query_timeout: statementLimit,
      statement_timeout: statementLimit,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
    // Idle connections report a crash of the server here; the pool replaces them.
    poolErrorHandler: () => {},
  };
  return scoped ? new ScopedDatabase(options) : new DataSource(options);
}

/** In the address, since options there outweigh all others. */
function openedAs(role: string, url: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options') ?? '';
  const own = `-c role=${role}`;
  if (!given.endsWith(own)) address.searchParams.set('options', `${given} ${own}`.trim());
  return address.href;
}

/** Oldest Postgres whose SQL we use. */
const OLDEST = 160_000;

/** Throws with the next step when the server behind `db` is too old to hold the warehouse. */
export async function assertSupported(db: DataSource): Promise<void> {
  const [row] = await db.query<{ number: string; version: string }[]>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  );
  if (Number(row?.number) < OLDEST) {
    throw new Error(`Postgres ${row?.version} is too old: Baton needs 16 or newer. Point DATABASE_URL at a newer server.`);
  }
}
