import type { DataSource } from 'typeorm';
import { migrate } from '../../etl/warehouse/index.js';

/** Any number will do; it is the same for every Baton on one database. */
const MIGRATION_LOCK = 4_010_2026;

interface Migrating {
  name: string;
  /** Done before tables that are in use are changed. */
  before(): Promise<void>;
  /** Done under the same lock. */
  afterwards(): Promise<void>;
}

/** Migrations run once, however many processes start at the same moment. Throws when a newer Baton has migrated the database. */
export async function bringUpToDate(owner: DataSource, { name, before, afterwards }: Migrating): Promise<void> {
  const lock = owner.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (await refuseNewer(owner, name)) await before();
    await migrate(owner);
    await afterwards();
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    await lock.release();
  }
}

/** Whether tables are there already that lack migrations. */
async function refuseNewer(owner: DataSource, name: string): Promise<boolean> {
  const [table] = await owner.query<{ found: string | null }[]>(`select to_regclass('migrations') as found`);
  if (!table?.found) return false;
  const known = new Set(owner.migrations.map((migration) => migration.name));
  const applied = await owner.query<{ name: string }[]>('select name from migrations order by id');
  const newer = applied.find((migration) => !known.has(migration.name));
  if (newer) throw new Error(`${capital(name)} was migrated by a newer Baton (${newer.name}). Install that version; nothing was changed.`);
  return applied.length > 0 && applied.length < known.size;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
