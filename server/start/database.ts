import type { DataSource } from 'typeorm';
import { assertSupported, database } from '../../etl/warehouse/index.js';
import { bringUpToDate } from './bring-up-to-date.js';
import { shareEmbedded } from './embedded.js';
import { assertHeldApart, type Logins, loginsOf, openServerLogin } from './logins.js';

/** Statements of a sync, an import or a migration may take this many milliseconds. */
const LONG_LIMIT = 15 * 60_000;

export interface OpenDatabase {
  /** For requests. */
  db: DataSource;
  /** For syncs, imports and derivations. */
  longWork: DataSource;
  /** 'embedded Postgres' or the host and database, without user and password. */
  name: string;
  /** Address at which one works as the owner of all tables: migrations, backup, restore. Neither pool is connected so. */
  ownerUrl: string;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  databaseUrl: string | null;
  databaseOwnerUrl: string | null;
  dataDirectory: string;
  /** Done before tables of an older Baton are migrated; a failure stops the start. */
  beforeUpgrade?: (ownerUrl: string) => Promise<void>;
}

/**
 * Migrates as the owner and connects as a lesser one, for whom row-level security holds (see `within`). Throws with the next
 * step when the database is absent, too old, of a newer Baton, or cannot hold workspaces apart.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const embedded = settings.databaseUrl ? null : await shareEmbedded(settings.dataDirectory);
  const logins = loginsOf(embedded ? { embeddedUrl: embedded.url } : settings);
  const longWork = database(logins.serverUrl, { poolSize: 4, statementLimit: LONG_LIMIT, scoped: true });
  const db = database(logins.serverUrl, { scoped: true });
  const close = async () => {
    for (const pool of [db, longWork]) if (pool.isInitialized) await pool.destroy();
    await embedded?.release();
  };
  try {
    await prepare(logins, settings.beforeUpgrade);
    for (const pool of [db, longWork]) await connect(pool, logins);
    await assertHeldApart(db);
    return { db, longWork, name: logins.name, ownerUrl: logins.ownerUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What only the owner may do. */
async function prepare(logins: Logins, beforeUpgrade: DatabaseSettings['beforeUpgrade']): Promise<void> {
  const owner = database(logins.ownerUrl, { poolSize: 2, statementLimit: LONG_LIMIT });
  try {
    await connect(owner, logins);
    await assertSupported(owner);
    const before = async () => beforeUpgrade?.(logins.ownerUrl);
    await bringUpToDate(owner, { name: logins.name, before, afterwards: () => openServerLogin(owner, logins) });
  } finally {
    if (owner.isInitialized) await owner.destroy();
  }
}

async function connect(pool: DataSource, { name }: Logins): Promise<void> {
  try {
    await pool.initialize();
  } catch (cause) {
    throw new Error(`${capital(name)} cannot be reached: ${reasonOf(cause)}. Check DATABASE_URL and that Postgres runs there.`, { cause });
  }
}

/** An error of several addresses has no words of its own. */
function reasonOf(cause: unknown): string {
  const [first] = cause instanceof AggregateError ? cause.errors : [cause];
  return first instanceof Error ? first.message.replace(/[.]$/, '') : String(first);
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
