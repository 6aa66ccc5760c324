import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { database, startEmbedded } from '../../etl/warehouse/index.js';
import { readBackup } from '../../server/backup/read-backup.js';
import { type Restored, restoreBackup } from '../../server/backup/restore-backup.js';
import { putBack, setAside } from '../../server/backup/set-aside.js';
import { storedTables } from '../../server/backup/stored-tables.js';
import { databaseAt } from '../database-at.js';
import { columnsOf, fillOldest, hashesOver } from '../old-rows.js';
import { byCommand, type Commanded } from './backup/by-command.js';
import { withDatabase } from './drill-database.js';
import { must, mustEqual } from './must.js';
import { OF_THE_LOAD, oldServer } from './old-server.js';
import { count, type Tally } from './report.js';

/** Is in no backup, or is written anew, also by the backup itself. */
const NOT_RESTORED = ['session', 'sign_in_link', 'password_reset', 'throttle', 'migrations', 'typeorm_metadata'];
const WRITTEN_MEANWHILE = ['audit_entry', 'audit_head', 'key_check'];
/** Bytes in a backup for each row in each of the large tables. */
const BYTES_PER_ROW = 1_630;
/** Megabytes that a command may hold, however large the backup. */
const MOST_MEMORY = 400;

interface Place {
  db: DataSource;
  url: string;
  folder: string;
  file: string;
  secret: string;
  tally: Tally;
}

/** Rows of all tables in the backup, and their bytes. */
interface Held {
  rows: number;
  bytes: number;
}

/** How many rows in each large table make a backup of so many gigabytes, roughly. */
export const rowsOfGigabytes = (gigabytes: number): number => Math.round((gigabytes * 1e9) / BYTES_PER_ROW);

/** Backs a filled database up by the command while others write, cuts a restore, restores twice, and compares; prints how fast each was. */
export async function drillBackup({ rows }: { rows: number }): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  const folder = await mkdtemp(join(tmpdir(), 'baton-drill-backup-'));
  await chmod(folder, 0o755);
  const place = { folder, file: join(folder, 'all.backup'), secret: randomBytes(32).toString('hex'), tally };
  try {
    await withDatabase((given) => onFilled({ ...given, ...place }, rows));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return tally;
}

async function onFilled(place: Place, rows: number): Promise<void> {
  const { db, url, file, tally } = place;
  const workspaceId = await filled(place, rows);
  // Nothing that any key has sealed.
  await db.query('update source set credentials = null where workspace_id = $1', [workspaceId]);
  const left = [...NOT_RESTORED, ...WRITTEN_MEANWHILE];
  const columns = new Map([...(await columnsOf(db))].filter(([name]) => !left.includes(name)));
  const before = await hashesOver(db, columns, OF_THE_LOAD);
  console.log('                                              rows       MB        s     MB/s  most MB held');
  const server = oldServer(url, workspaceId);
  const made = await byCommand(['backup', file], environment(place, url));
  const { reads, writes, failures, slowest } = await server.stop();
  const held = await heldIn(file);
  tell(tally, { what: 'backup, with 20 requests a second', commanded: made, held });
  console.log(`       the file: ${((await stat(file)).size / 1e6).toFixed(1)} MB`);
  const words = `meanwhile ${reads} reads and ${writes} writes, ${failures.length} failed, the slowest ${slowest.toFixed(0)} ms`;
  count(tally, failures.length === 0, `${words}${failures[0] ? `: ${failures[0]}` : ''}`);
  await refuseOtherKey(place);
  const equal = async (into: DataSource, what: string) => {
    mustEqual(await hashesOver(into, columns, OF_THE_LOAD), before, 'those before the backup');
    count(tally, true, `${what}: equal rows in ${columns.size} tables`);
  };
  await restoreOutside(place, { held, equal });
  await restoreEmbedded(place, { held, equal });
}

/** Answers the workspace. Its rows are many, so keys and indexes are made after them. */
async function filled({ db, url }: Place, rows: number): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const aside = await setAside(client, await storedTables(client));
    const workspaceId = await fillOldest(db, rows);
    await putBack(client, aside);
    return workspaceId;
  } finally {
    await client.end();
  }
}

const environment = ({ folder, secret }: Place, url: string): Record<string, string> => ({
  ...{ DATABASE_URL: url, BATON_DATA_DIR: join(folder, 'data'), BATON_SECRET_KEY: secret },
});

async function heldIn(file: string): Promise<Held> {
  const held: Held = { rows: 0, bytes: 0 };
  for await (const part of readBackup(file)) {
    if (part.kind === 'rows') held.bytes += part.bytes.length;
    if (part.kind === 'end') held.rows += part.end.rows;
  }
  return held;
}

function tell(tally: Tally, { what, commanded, held }: { what: string; commanded: Commanded; held: Held }): void {
  const { code, said, seconds, peakMegabytes } = commanded;
  const megabytes = held.bytes / 1e6;
  const figures = [String(held.rows), megabytes.toFixed(1), seconds.toFixed(1), (megabytes / seconds).toFixed(1), peakMegabytes.toFixed(0)];
  const line = `${what.padEnd(36)} ${figures.map((figure, i) => figure.padStart(i === 0 ? 8 : 9)).join('')}`;
  count(tally, code === 0 && peakMegabytes <= MOST_MEMORY, line);
  must(code === 0, `the command ended with ${code}: ${said}`);
}

interface Restoring {
  held: Held;
  equal: (into: DataSource, what: string) => Promise<void>;
}

/** Into a database of an operator's own, which is only an address: cut in the middle, and then again. */
async function restoreOutside(place: Place, { held, equal }: Restoring): Promise<void> {
  const { url, db } = await databaseAt(place.url, 0);
  try {
    await cutRestore(place, { url, db });
    tell(place.tally, {
      what: 'restore, DATABASE_URL, after the cut',
      commanded: await byCommand(['restore', place.file], environment(place, url)),
      held,
    });
    await equal(db, 'restored by DATABASE_URL');
  } finally {
    await db.destroy();
    await dropped(place.url, url);
  }
}

/** A restore by the gigabyte needs its room again. */
async function dropped(adminUrl: string, url: string): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`);
  await admin.end();
}

/** Into the Postgres that Baton brings, in an empty data folder. */
async function restoreEmbedded(place: Place, { held, equal }: Restoring): Promise<void> {
  const data = join(place.folder, 'new');
  const commanded = await byCommand(['restore', place.file], { BATON_DATA_DIR: data, BATON_SECRET_KEY: place.secret });
  tell(place.tally, { what: 'restore, embedded, with its start', commanded, held });
  const server = await startEmbedded(data);
  try {
    const db = await database(server.url, { poolSize: 2, statementLimit: 600_000 }).initialize();
    await equal(db, 'restored into the embedded Postgres').finally(() => db.destroy());
  } finally {
    await server.stop();
  }
}

async function refuseOtherKey(place: Place): Promise<void> {
  const { url, db } = await databaseAt(place.url, 0);
  await db.destroy();
  const { code, said } = await byCommand(['restore', place.file], { ...environment(place, url), BATON_SECRET_KEY: 'f'.repeat(64) });
  count(place.tally, code !== 0 && said.includes('sealed with the key'), `with another key it ends with ${code}: ${said.slice(0, 160)}`);
}

const restore = (url: string, file: string): Promise<Restored> => restoreBackup({ url, file, now: new Date(), knowsKey: () => true });

/** Cut in the middle it leaves nothing. */
async function cutRestore({ url: adminUrl, file, tally }: Place, { url, db }: { url: string; db: DataSource }): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    const restoring = restore(url, file).then(
      () => 'restored',
      () => 'cut',
    );
    const copying = `select pid from pg_stat_activity where application_name = 'baton restore' and query like 'copy record%'`;
    while ((await admin.query(copying)).rowCount === 0) await wait(5);
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'baton restore'`);
    must((await restoring) === 'cut', 'the restore was not cut');
    const [row] = await db.query<{ count: number }[]>(
      'select (select count(*) from workspace)::int + (select count(*) from record)::int as count',
    );
    must(row?.count === 0, `the cut restore left ${row?.count} rows`);
    count(tally, true, 'a restore that was cut left nothing');
  } finally {
    await admin.end();
  }
}
