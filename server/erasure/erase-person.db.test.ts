import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { addWorkspace } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { erasePerson } from './erase-person.js';

const now = new Date('2026-06-03T12:00:00Z');

test('several people of one workspace are erased at once', async () => {
  const { db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: now });
  const emails = [1, 2, 3, 4].map((n) => `person-${n}@acme.example`);
  for (const email of emails)
    await db.query(
      `insert into person (workspace_id, source_id, external_id, stream, record_id, name, email, internal, active)
       values ($1, 'crm', $2, 'contacts', $2, 'Some Body', $2, false, true)`,
      [workspaceId, email],
    );
  const secretKey = randomBytes(32);
  const erased = await Promise.all(emails.map((email) => db.transaction((tx) => erasePerson(tx, { workspaceId, email, secretKey, now }))));
  expect(erased.map(({ people }) => people)).toEqual([1, 1, 1, 1]);
  expect(await db.query('select from person')).toEqual([]);
});
