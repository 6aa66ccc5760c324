import type { Client } from 'pg';
import { HeardClient, KEEPER_ROLE } from '../../etl/warehouse/index.js';
import { copyNext } from './copy-table.js';
import { LEFT_BY_A_START, migrateOn, mustBeEmpty, prepareTables } from './empty-database.js';
import { type BackupHead, BrokenBackup } from './head.js';
import { type BackupPart, readBackup } from './read-backup.js';
import { putBack, setAside } from './set-aside.js';
import { settleMails } from './settle-mails.js';
import { type StoredTable, storedTables } from './stored-tables.js';

export interface RestoreWanted {
  /** Of the owner of the tables. */
  url: string;
  file: string;
  /** Whether the key that sealed the backup's credentials is known, by its id. */
  knowsKey(keyId: string): boolean;
  /** Goes on without that key: credentials and second factors are left out, and must be entered anew. */
  withoutKey?: boolean;
  /** Lets the reports send what they owe since the backup, as after any outage; some of it may have gone out before. */
  mailMissed?: boolean;
  now: Date;
}

export interface Restored {
  head: BackupHead;
  rows: number;
  bytes: number;
  /** Mails that are not sent, since they may have gone out already. */
  settledMails: number;
}

/**
 * Fills an empty database from a backup, whole or not at all. Throws one sentence with the next step when the database is not
 * empty, the backup is damaged or newer than this Baton, or its key is not known.
 */
export async function restoreBackup(wanted: RestoreWanted): Promise<Restored> {
  const parts = readBackup(wanted.file);
  const client = new HeardClient({ connectionString: wanted.url, application_name: 'baton restore', statement_timeout: 0 });
  await client.connect();
  try {
    const first = await parts.next();
    if (first.done || first.value.kind !== 'head') throw new BrokenBackup(`${wanted.file} has no head.`);
    const { head } = first.value;
    mustHaveKey(head, wanted);
    await alone(client, () => mustBeEmpty(client));
    await prepareTables(wanted.url, head);
    const restored = await alone(client, () => load(client, parts, { head, wanted }));
    await migrateOn(wanted.url);
    return restored;
  } finally {
    await parts.return(undefined);
    await client.end().catch(() => {});
  }
}

function mustHaveKey({ keyId }: BackupHead, { knowsKey, withoutKey }: RestoreWanted): void {
  if (withoutKey || knowsKey(keyId)) return;
  throw new Error(
    `The credentials in this backup were sealed with the key ${keyId}, which this installation does not have. Set BATON_SECRET_KEY as it was, or put the file secret-key of that time into the data directory. To do without them: --without-key.`,
  );
}

async function alone<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

interface Loading {
  head: BackupHead;
  wanted: RestoreWanted;
}

async function load(client: Client, parts: AsyncIterator<BackupPart>, { head, wanted }: Loading): Promise<Restored> {
  const tables = await storedTables(client);
  // COPY writes into no table whose policies hold for the one who writes; nobody else sees the tables until this commits.
  const forced = tables.filter((table) => table.forced);
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
  await mustBeEmpty(client);
  await clear(client, tables);
  const aside = await setAside(client, tables);
  const restored: Restored = { head, rows: 0, bytes: 0, settledMails: 0 };
  const columns = columnsOf(tables, head);
  for (let end = await copyNext(client, parts, columns); end; end = await copyNext(client, parts, columns)) {
    restored.rows += end.rows;
    restored.bytes += end.bytes;
  }
  await putBack(client, aside);
  if (wanted.withoutKey && !wanted.knowsKey(head.keyId)) await dropSealed(client, tables);
  if (!wanted.mailMissed) restored.settledMails = await settleMails(client, wanted.now);
  for (const { name } of forced) await client.query(`alter table ${name} force row level security`);
  return restored;
}

/** What a start left behind would stand in the way of what is restored. */
async function clear(client: Client, tables: StoredTable[]): Promise<void> {
  for (const { name, kept } of tables.filter((table) => LEFT_BY_A_START.includes(table.name))) {
    await client.query(kept ? `set local role ${KEEPER_ROLE}` : 'reset role');
    await client.query(`delete from ${name}`);
  }
  await client.query('reset role');
}

async function dropSealed(client: Client, tables: StoredTable[]): Promise<void> {
  await client.query('update source set credentials = null');
  const has = (name: string) => tables.some((table) => table.name === name);
  if (has('login')) await client.query('update login set totp_sealed = null, totp_confirmed_at = null');
  if (has('key_check')) await client.query('delete from key_check');
}

/** The list of columns of each table in the backup. Throws when the database has no such table or column. */
function columnsOf(tables: StoredTable[], head: BackupHead): Map<string, string> {
  const known = new Map(tables.map(({ name, columns }) => [name, new Set(columns)]));
  for (const { name, columns } of head.tables) {
    const strange = columns.find((column) => !known.get(name)?.has(column));
    if (strange) throw new BrokenBackup(`The backup has a column ${name}.${strange}, which its migrations do not make.`);
  }
  return new Map(head.tables.map(({ name, columns }) => [name, columns.join(', ')]));
}
