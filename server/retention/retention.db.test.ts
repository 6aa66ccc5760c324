import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { rowHashes } from '../../test/rows-of.js';
import { AuditLog } from '../access/audit/audit-log.js';
import { verifyAudit } from '../access/audit/verify.js';
import { Keeper } from '../erasure/keeper.js';
import { OF_A_WORKSPACE, OF_THE_DOOR } from './periods.js';
import { removeOld } from './retention.js';

const now = new Date('2026-06-03T12:00:00Z');
const key = Buffer.alloc(32, 7);
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** Rows of each table, by how many days ago; the second of each is the one that stays. */
const ROWS: Record<string, { sql: string; days: [number, number] }> = {
  sync_run: {
    sql: `insert into sync_run (workspace_id, id, source_id, trigger, started_at, heartbeat_at, ended_at) select $1::uuid, gen_random_uuid(), 's', 'hand', $2::timestamptz, $2::timestamptz, $2::timestamptz from generate_series(1, 30)`,
    days: [200, 10],
  },
  rejected_record: {
    sql: `insert into rejected_record values ($1::uuid, 's', 's', ($2::timestamptz)::text, 'r', '{}', now(), now(), $2::timestamptz)`,
    days: [91, 89],
  },
  webhook_receipt: { sql: `insert into webhook_receipt values ($1::uuid, 's', ($2::timestamptz)::text, $2::timestamptz)`, days: [31, 29] },
  derivation: {
    sql: `insert into derivation select $1::uuid, at, 1, at, 1 from generate_series(date_trunc('day', $2::timestamptz), date_trunc('day', $2::timestamptz) + interval '2 hours', interval '1 hour') at`,
    days: [120, 20],
  },
  report_delivery: {
    sql: `insert into report_delivery (workspace_id, report_id, slot, recipient, status, outbox_file) values ($1::uuid, $1::uuid, $2::timestamptz, 'a@x.example', 'sent', $2::timestamptz::date::text || '.eml')`,
    days: [401, 399],
  },
  invitation: {
    sql: `insert into invitation (workspace_id, id, token_hash, email, role, visibility, created_at, expires_at) values ($1::uuid, gen_random_uuid(), 't', 'e', 'csm', 'mine', $2::timestamptz, $2::timestamptz)`,
    days: [91, 89],
  },
  api_token: {
    sql: `insert into api_token (workspace_id, id, login_id, name, prefix, token_hash, scopes, visibility, created_at, expires_at) values ($1::uuid, gen_random_uuid(), $1::uuid, 'n', 'p', 'h', '{}', 'all', $2::timestamptz, $2::timestamptz)`,
    days: [401, 399],
  },
  session: {
    sql: `insert into session (sid, sess, expire) select ($2::timestamptz)::text || $1::uuid::text, '{}', $2::timestamptz`,
    days: [1, -1],
  },
  sign_in_link: {
    sql: `insert into sign_in_link (workspace_id, token_hash, expires_at) values ($1::uuid, ($2::timestamptz)::text || $1::uuid::text, $2::timestamptz)`,
    days: [31, 29],
  },
  password_reset: {
    sql: `insert into password_reset (login_id, token_hash, expires_at) values ($1::uuid, ($2::timestamptz)::text, $2::timestamptz)`,
    days: [31, 29],
  },
  throttle: {
    sql: `insert into throttle (key, points, expire) select ($2::timestamptz)::text || $1::uuid::text, 1, extract(epoch from $2::timestamptz) * 1000`,
    days: [2, 0],
  },
};

async function filled() {
  const { url, db } = await testDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'baton-retention-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const id = randomUUID();
  await db.query(`insert into workspace (id, name, time_zone, currency, created_at) values ($1, 'w', 'UTC', 'EUR', now())`, [id]);
  await db.query(
    `insert into report (workspace_id, id, name, recipients, time_zone, schedule, created_at, owed_from) values ($1, $1, 'r', '{}', 'UTC', '0 8 * * 1', now(), now())`,
    [id],
  );
  await db.query(`insert into login (id, email, name, created_at) values ($1, 'a@x.example', 'A', now())`, [id]);
  for (const { sql, days } of Object.values(ROWS)) for (const day of days) await db.query(sql, [id, daysAgo(day)]);
  const run = () => removeOld(new Keeper(url), { dataDirectory: directory, key, now });
  return { db, id, directory, run };
}

const counts = async (db: DataSource) => {
  const hashes = await rowHashes(db);
  return Object.fromEntries(Object.keys(ROWS).map((table) => [table, Number(hashes[table]?.split(' ')[0])]));
};

test('every period has its rows here', () => {
  expect([...OF_A_WORKSPACE, ...OF_THE_DOOR].map(({ table }) => table).sort()).toEqual(Object.keys(ROWS).sort());
});

test('every period is in the docs', async () => {
  const docs = await readFile('docs/backup.md', 'utf8');
  for (const { what, days } of [...OF_A_WORKSPACE, ...OF_THE_DOOR]) expect(docs).toContain(`| ${what} | ${days} |`);
});

test('of every table what is old goes and what is young stays, once', async () => {
  const { db, run } = await filled();
  const removed = await run();
  const once = {
    rejected_record: 1,
    webhook_receipt: 1,
    report_delivery: 1,
    invitation: 1,
    api_token: 1,
    session: 1,
    sign_in_link: 1,
    password_reset: 1,
    throttle: 1,
  };
  // Of 30 old runs and 30 young ones the newest 50 stay; of the first old day of derivations the first of all and the last of the day.
  expect(removed).toEqual({ ...once, sync_run: 10, derivation: 1 });
  const left = await rowHashes(db);
  expect(await run()).toEqual({});
  expect(await rowHashes(db)).toEqual(left);
});

test('of a held workspace nothing goes', async () => {
  const { db, id, run } = await filled();
  await db.query(`update workspace set hold_reason = 'case', held_at = now(), audit_days = 90 where id = $1`, [id]);
  const before = await counts(db);
  await run();
  const after = await counts(db);
  for (const { table } of OF_A_WORKSPACE) expect([table, after[table]]).toEqual([table, before[table]]);
});

test('mails go with their rows, and files that nothing knows of when they are a day old', async () => {
  const { directory, run } = await filled();
  const outbox = join(directory, 'outbox');
  await mkdir(outbox);
  const name = (days: number) => `${daysAgo(days).toISOString().slice(0, 10)}.eml`;
  for (const file of [name(401), name(399), 'orphan.eml', 'young.eml.1.part']) await writeFile(join(outbox, file), 'x');
  for (const file of [name(401), name(399), 'orphan.eml']) await utimes(join(outbox, file), daysAgo(399), daysAgo(399));
  await utimes(join(outbox, 'young.eml.1.part'), now, now);
  await run();
  expect(await readdir(outbox)).toEqual([name(399), 'young.eml.1.part'].sort());
});

test('the audit log loses its beginning where that is set, and can still be checked', async () => {
  const { db, id, run } = await filled();
  let at = daysAgo(200);
  const audit = new AuditLog({ db, key, now: () => at });
  const note = () => audit.note({ workspaceId: id, action: 'source.read', actor: 'Baton' });
  for (const days of [200, 150, 100, 50, 1]) {
    at = daysAgo(days);
    await note();
  }
  expect((await run()).audit_entry).toBeUndefined();
  await db.query('update workspace set audit_days = 120 where id = $1', [id]);
  expect((await run()).audit_entry).toBe(2);
  expect(await verifyAudit(db, id, key)).toMatchObject({ entryCount: 3, fault: null });
});
