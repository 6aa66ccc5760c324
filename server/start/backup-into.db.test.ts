import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { databaseAt } from '../../test/database-at.js';
import { readBackup } from '../backup/read-backup.js';
import { backupInto } from './backup-into.js';
import { openDatabase } from './database.js';

test('before an upgrade a backup of the older version is made, and before a first start none', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-upgrade-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const backups = join(folder, 'backups');
  const beforeUpgrade = backupInto(backups, { secretKey: Buffer.alloc(32, 1) } as never);
  const open = async (databaseUrl: string) => {
    const { close } = await openDatabase({ databaseUrl, databaseOwnerUrl: null, dataDirectory: folder, beforeUpgrade });
    await close();
  };
  for (const newest of [0, 17]) {
    const { url, db } = await databaseAt(inject('postgresUrl'), newest);
    await db.destroy();
    await open(url);
    await open(url);
  }
  const [file, ...more] = await readdir(backups);
  expect(more).toEqual([]);
  for await (const part of readBackup(join(backups, String(file)))) if (part.kind === 'head') expect(part.head.migrations).toHaveLength(17);
});
