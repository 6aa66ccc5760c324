import type { Client } from 'pg';
import { type DataSource } from 'typeorm';
import { database, HeardClient, migrate } from '../../etl/warehouse/index.js';
import { type BackupHead, BrokenBackup } from './head.js';
import { appliedMigrations, holdsRows, LEFT_OUT, storedTables } from './stored-tables.js';

/** A start that was never used leaves these behind. */
export const LEFT_BY_A_START = [...LEFT_OUT, 'key_check', 'audit_head', 'audit_entry'];

/** Throws with the next step when there is anything in the database. */
export async function mustBeEmpty(client: Client): Promise<void> {
  const full: string[] = [];
  for (const table of await storedTables(client)) {
    if (!LEFT_BY_A_START.includes(table.name) && (await holdsRows(client, table))) full.push(table.name);
  }
  if (full.length === 0) return;
  throw new Error(
    `The database is not empty (${full.slice(0, 3).join(', ')}). A backup is restored into an empty one: set BATON_DATA_DIR to a new folder, or DATABASE_URL to a new database.`,
  );
}

/** Gives an empty database the tables that it had when the backup was made. Throws when the backup knows more than this Baton. */
export async function prepareTables(url: string, { migrations, baton }: BackupHead): Promise<void> {
  const db = database(url, { poolSize: 2, statementLimit: 600_000 });
  await db.initialize();
  try {
    const known = new Map(db.migrations.map((migration) => [migration.name ?? '', migration]));
    const newer = migrations.find((name) => !known.has(name));
    if (newer) throw new BrokenBackup(`It was made by a newer Baton (${baton}, ${newer}). Install that version, and restore with it.`);
    await undoMore(db, url, migrations);
    const wanted = db.migrations.filter(({ name }) => name && migrations.includes(name));
    await migrateWith(
      url,
      wanted.map((migration) => migration.constructor as never),
    );
  } finally {
    await db.destroy();
  }
}

/** Nothing is lost: the tables are empty. */
async function undoMore(db: DataSource, url: string, migrations: string[]): Promise<void> {
  const client = new HeardClient({ connectionString: url });
  await client.connect();
  try {
    for (
      let last = (await appliedMigrations(client)).at(-1);
      last && !migrations.includes(last);
      last = (await appliedMigrations(client)).at(-1)
    ) {
      await db.undoLastMigration();
    }
  } finally {
    await client.end();
  }
}

async function migrateWith(url: string, migrations: never[]): Promise<void> {
  const db = database(url, { poolSize: 2, statementLimit: 600_000 });
  db.setOptions({ migrations });
  await db.initialize();
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

/** The rest of the migrations, those that the backup did not know. */
export async function migrateOn(url: string): Promise<void> {
  const db = database(url, { poolSize: 2, statementLimit: 900_000 });
  await db.initialize();
  try {
    await migrate(db);
    await db.query('analyze');
  } finally {
    await db.destroy();
  }
}
