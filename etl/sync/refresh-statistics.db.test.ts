import { expect, test } from 'vitest';
import { addWorkspace } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { keepStatistics } from './refresh-statistics.js';

const at = new Date('2026-06-01T00:00:00Z');

test('a table that grows page by page is looked at each time it has doubled, not at each page', async () => {
  const { db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: at });
  await db.query('alter table record set (autovacuum_enabled = false)'); // whose own look, at any moment, would spare ours
  for (let page = 0; page < 24; page++) {
    await db.query(
      `insert into record (workspace_id, source_id, stream, external_id, payload, hash, read_at)
      select $1, 'crm', 'crm.deals', n::text, '{}', 'x', $4 from generate_series($2::int, $3::int) n`,
      [workspaceId, page * 1_000, page * 1_000 + 999, at],
    );
    await db.query('select pg_stat_force_next_flush()');
    await db.query('select 1');
    await keepStatistics(db, 1_000);
  }
  const [{ looks }] = await db.query<[{ looks: number }]>(
    `select analyze_count::int as looks from pg_stat_user_tables where relname = 'record'`,
  );
  expect(looks).toBeGreaterThan(2);
  expect(looks).toBeLessThan(8);
});
