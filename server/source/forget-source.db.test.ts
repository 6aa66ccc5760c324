import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { forgetSource } from '../../etl/sync/forget-source.js';
import { Workspace } from '../../etl/warehouse/index.js';
import { findCanaries } from '../../test/canary.js';
import { testDatabase } from '../../test/database.js';
import { importCommand } from '../import/import.command.js';

test('of a forgotten source nothing is left, nor of the handoffs it had told', { timeout: 60_000 }, async () => {
  const { db } = await testDatabase();
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Baton', timeZone: 'UTC', currency: 'EUR', createdAt: new Date() });
  const folder = await mkdtemp(join(tmpdir(), 'baton-forget-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(join(import.meta.dirname, '../../docs/example'), folder, { recursive: true });
  await importCommand.run([join(folder, 'mapping.json')], {
    db,
    dataDirectory: folder,
    secretKey: Buffer.alloc(32, 1),
    workspace: () => db.getRepository(Workspace).findOneByOrFail({ id }),
    now: () => new Date(),
    print: () => {},
    signal: new AbortController().signal,
  });
  const handoffs = await db.query<{ name: string; id: string }[]>('select account_name as name, id from handoff');
  expect(handoffs.length).toBeGreaterThan(2);
  const [source] = await db.query<{ id: string }[]>('select id from source');
  const { records } = await forgetSource(db, { workspaceId: id, sourceId: String(source?.id), at: new Date() });
  expect(records).toBeGreaterThan(5);
  for (const { name } of handoffs) expect([name, await findCanaries(db, name)]).toEqual([name, {}]);
  // The log says that it was imported.
  expect(Object.keys(await findCanaries(db, String(source?.id)))).toEqual(['audit_entry']);
});
