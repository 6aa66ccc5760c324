import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { expect, test } from 'vitest';
import { addWorkspace } from '../../../test/connected-source.js';
import { testDatabase } from '../../../test/database.js';
import { assertOtherAdmin } from './last-admin.js';

const NOW = new Date('2026-03-02T09:00:00Z');

test('two admins who go at once are looked at one after the other, and one stays', async () => {
  const { db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: NOW });
  const [ann, bo] = [randomUUID(), randomUUID()];
  for (const id of [ann, bo]) {
    await db.query('insert into login (id, email, name, created_at) values ($1, $2, $2, $3)', [id, `${id}@x.example`, NOW]);
    await db.query(`insert into member (workspace_id, login_id, role, visibility, joined_at) values ($1, $2, 'admin', 'all', $3)`, [
      ...[workspaceId, id, NOW],
    ]);
  }
  const leave = async (tx: EntityManager, id: string) => {
    await assertOtherAdmin(tx, workspaceId, id);
    await tx.query('delete from member where workspace_id = $1 and login_id = $2', [workspaceId, id]);
  };
  const second = await db.transaction(async (tx) => {
    await leave(tx, ann);
    const later = db.transaction((other) => leave(other, bo)).catch((error: Error) => error);
    // Time in which one that waits for nobody would be through.
    await wait(200);
    return { later };
  });
  expect(await second.later).toMatchObject({ message: expect.stringContaining('last admin') });
  expect(await db.query('select login_id as id from member')).toEqual([{ id: bo }]);
});
