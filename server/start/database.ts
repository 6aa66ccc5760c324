import type { DataSource } from 'typeorm';
import { assertSupported, database, migrate } from '../../etl/warehouse/index.js';
import { shareEmbedded } from './embedded.js';

/** Statements of a sync, an import or a migration may take this many milliseconds. */
const LONG_LIMIT = 15 * 60_000;
/** Any number will do; it is the same for every Baton on one database. */
const MIGRATION_LOCK = 4_010_2026;

export interface OpenDatabase {
  /** For requests. */
  db: DataSource;
  /** For syncs, imports and derivations. */
  longWork: DataSource;
  /** 'embedded Postgres' or the host and database, without user and password. */
  name: string;
  close(): Promise<void>;
}

/** Connects and migrates. Throws with the next step when the database is absent, too old, or of a newer Baton. */
export async function openDatabase(settings: { databaseUrl: string | null; dataDirectory: string }): Promise<OpenDatabase> {
  const embedded = settings.databaseUrl ? null : await shareEmbedded(settings.dataDirectory);
  const url = settings.databaseUrl ?? embedded?.url ?? '';
  const name = embedded ? 'the embedded Postgres' : placeOf(url);
  const longWork = database(url, { poolSize: 4, statementLimit: LONG_LIMIT });
  const db = database(url);
  const close = async () => {
    for (const pool of [db, longWork]) if (pool.isInitialized) await pool.destroy();
    await embedded?.release();
  };
  try {
    await connect(longWork, name);
    await assertSupported(longWork);
    await bringUpToDate(longWork, name);
    await connect(db, name);
    return { db, longWork, name, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect(pool: DataSource, name: string): Promise<void> {
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

/** Migrations run once, however many processes start at the same moment. */
async function bringUpToDate(pool: DataSource, name: string): Promise<void> {
  const lock = pool.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(pool, name);
    await migrate(pool);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    await lock.release();
  }
}

async function refuseNewer(pool: DataSource, name: string): Promise<void> {
  const [table] = await pool.query<{ found: string | null }[]>(`select to_regclass('migrations') as found`);
  if (!table?.found) return;
  const known = new Set(pool.migrations.map((migration) => migration.name));
  const applied = await pool.query<{ name: string }[]>('select name from migrations order by id');
  const newer = applied.find((migration) => !known.has(migration.name));
  if (newer) throw new Error(`${capital(name)} was migrated by a newer Baton (${newer.name}). Install that version; nothing was changed.`);
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `the database ${pathname.slice(1)} at ${host}`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
