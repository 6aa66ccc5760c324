import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { inOneFlight } from './one-flight.js';
import { poolOf } from './pool-of.js';

test('a statement does not run when one that goes before it fails', async () => {
  const { db } = await testDatabase();
  await db.query('create table written (n int)');
  const client = await poolOf(db).connect();
  const write = { text: 'insert into written values ($1)', values: [1] };
  try {
    for (const before of [['begin', 'set local role nobody_of_that_name'], ['no statement'], ['begin', 'select 1/0']]) {
      await expect(inOneFlight(client, { ...write, before })).rejects.toThrow();
      await client.query('rollback');
    }
    expect((await client.query('select n from written')).rows).toEqual([]);
    const { rows, rowCount } = await inOneFlight(client, { ...write, before: ['begin', 'set local lock_timeout = 5'] });
    expect({ rows, rowCount }).toEqual({ rows: [], rowCount: 1 });
    expect((await client.query('select n from written')).rows).toEqual([{ n: 1 }]);
  } finally {
    client.release();
  }
});
