import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { makeBackup } from '../../server/backup/make-backup.js';
import { type Restored, restoreBackup } from '../../server/backup/restore-backup.js';
import { sizeWords } from '../../server/backup/size-words.js';
import { databaseAt } from '../database-at.js';
import { columnsOf, fillOldest, hashesOver } from '../old-rows.js';
import { withDatabase } from './drill-database.js';
import { must, mustEqual } from './must.js';
import { OF_THE_LOAD, oldServer } from './old-server.js';
import type { Tally } from './report.js';

const keyId = '0011223344556677';
/** Is in no backup, or is written anew. */
const NOT_RESTORED = ['session', 'sign_in_link', 'password_reset', 'throttle', 'migrations', 'typeorm_metadata'];

/** Backs a filled database up while others write, kills a restore, restores, and compares; prints how long each took. */
export async function drillBackup({ rows }: { rows: number }): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-drill-backup-'));
  const file = join(folder, 'all.backup');
  try {
    await withDatabase(async ({ db, url }) => {
      const workspaceId = await fillOldest(db, rows);
      const columns = new Map([...(await columnsOf(db))].filter(([name]) => !NOT_RESTORED.includes(name)));
      const before = await hashesOver(db, columns, OF_THE_LOAD);
      const server = oldServer(url, workspaceId);
      const began = performance.now();
      const { bytes, fileBytes } = await makeBackup({ url, file, keyId, now: new Date() });
      console.log(
        `backup: ${rows} rows in the large tables, ${sizeWords({ bytes, milliseconds: performance.now() - began })}, ${sizeWords({ bytes: fileBytes })} in the file`,
      );
      const { reads, writes, failures, slowest } = await server.stop();
      console.log(`meanwhile: ${reads} reads and ${writes} writes, ${failures.length} failed, the slowest ${slowest.toFixed(0)} ms`);
      must(failures.length === 0, String(failures[0]));
      await killRestore(url, file);
      const { bytes: restored, milliseconds, url: into } = await restoreAnew(url, file);
      console.log(`restore: ${sizeWords({ bytes: restored, milliseconds })}`);
      mustEqual(await hashesOver(into, columns, OF_THE_LOAD), before, 'those before the backup');
      console.log(`equal rows in ${columns.size} tables`);
      await into.destroy();
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { passed: 1, failed: 0 };
}

const restore = (url: string, file: string): Promise<Restored> => restoreBackup({ url, file, now: new Date(), knowsKey: () => true });

async function restoreAnew(adminUrl: string, file: string) {
  const { url, db } = await databaseAt(adminUrl, 0);
  const began = performance.now();
  const { bytes } = await restore(url, file);
  return { bytes, milliseconds: performance.now() - began, url: db };
}

/** Cut in the middle it leaves nothing, and can be done again on the same database. */
async function killRestore(adminUrl: string, file: string): Promise<void> {
  const { url, db } = await databaseAt(adminUrl, 0);
  const admin = new pg.Client(adminUrl);
  await admin.connect();
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
  await restore(url, file);
  console.log('killed: a restore that was cut left nothing, and was done again');
  await admin.end();
  await db.destroy();
}
