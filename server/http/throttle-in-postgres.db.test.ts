import { ServiceUnavailableException } from '@nestjs/common';
import { expect, it } from 'vitest';
import { freshDatabase, testDatabase } from '../../test/database.js';
import { ThrottleInPostgres } from './throttle-in-postgres.js';

const RATE = { limit: 3, seconds: 60 };

it('lets as many through as the limit, then says how long to wait', async () => {
  const throttle = new ThrottleInPostgres((await testDatabase()).db);
  const waits = [];
  for (let i = 0; i < 4; i++) waits.push(await throttle.take('password:a', RATE));
  expect(waits.slice(0, 3)).toEqual([null, null, null]);
  expect(waits[3]).toBeGreaterThan(0);
  expect(waits[3]).toBeLessThanOrEqual(60);
  expect(await throttle.take('password:b', RATE)).toBeNull();
  expect(await throttle.take('code:a', RATE)).toBeNull();
});

it('counts what two replicas let through together, however many come at once', async () => {
  const { db } = await testDatabase();
  const replicas = [new ThrottleInPostgres(db), new ThrottleInPostgres(db)];
  const waits = await Promise.all(Array.from({ length: 40 }, (_, i) => replicas[i % 2]?.take('password:a', RATE)));
  expect(waits.filter((wait) => wait === null)).toHaveLength(3);
});

it('begins anew when the time is over, and when it is forgiven', async () => {
  const { db } = await testDatabase();
  const throttle = new ThrottleInPostgres(db);
  const fill = async () => {
    for (let i = 0; i < 4; i++) await throttle.take('password:a', RATE);
  };
  await fill();
  await db.query('update throttle set expire = $1', [Date.now() - 1]);
  expect(await throttle.take('password:a', RATE)).toBeNull();
  await fill();
  await throttle.forgive('password:a');
  expect(await throttle.take('password:a', RATE)).toBeNull();
});

it('keeps no address and no e-mail', async () => {
  const { db } = await testDatabase();
  await new ThrottleInPostgres(db).take('password:ada@example.com:203.0.113.9', RATE);
  const rows = JSON.stringify(await db.query('select * from throttle'));
  expect(rows).toContain('password:');
  expect(rows).not.toMatch(/ada|203/);
});

it('refuses while the database is away', async () => {
  const { db } = await freshDatabase();
  const throttle = new ThrottleInPostgres(db);
  await db.destroy();
  await expect(throttle.take('password:a', RATE)).rejects.toThrow(ServiceUnavailableException);
  await expect(throttle.forgive('password:a')).rejects.toThrow(ServiceUnavailableException);
});
