import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../test/database.js';
import { auditCommand } from './audit.command.js';
import { AuditLog } from './audit-log.js';
import { hashOf, saidHashOf } from './chain.js';
import { ERASING, eraseEntries } from './erase-entries.js';
import { forgetEntries } from './forget-entries.js';
import { verifyAudit } from './verify.js';

const key = Buffer.alloc(32, 7);
const ENTRIES = 30;
let db: DataSource;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  // Whoever tampers owns the database, and knows how to get past a trigger.
  await db.query('alter table audit_entry disable trigger user');
  return () => db.destroy();
});

async function filled(): Promise<string> {
  const workspaceId = randomUUID();
  const audit = new AuditLog({ db, key, now: () => new Date() });
  for (let i = 1; i <= ENTRIES; i++)
    await audit.note({
      workspaceId,
      action: 'source.read',
      actor: i % 2 ? 'Baton' : null,
      subject: `s${i}`,
      detail: { count: i, who: 'x' },
    });
  return workspaceId;
}

const NUMBERED = 'workspace_id = $1 and number = $2';

/** Statements on one entry, from which on the log is wrong. */
const ON_ONE: Record<string, string> = {
  'another time': `update audit_entry set at = at + '1ms' where ${NUMBERED}`,
  'another actor': `update audit_entry set actor = '{"kind":"login"}' where ${NUMBERED}`,
  'another action': `update audit_entry set action = 'sign-out' where ${NUMBERED}`,
  'another subject': `update audit_entry set subject = null where ${NUMBERED}`,
  'one word of detail': `update audit_entry set detail = detail || '{"who":"y"}' where ${NUMBERED}`,
  'another address': `update audit_entry set address = '::1' where ${NUMBERED}`,
  'another request': `update audit_entry set request_id = 'r' where ${NUMBERED}`,
  'another hash': `update audit_entry set hash = previous_hash where ${NUMBERED}`,
  'another hash before': `update audit_entry set previous_hash = hash where ${NUMBERED}`,
  'what one says is taken out': `update audit_entry set salt = null, actor = '{}' where ${NUMBERED}`,
  'one is taken out': `delete from audit_entry where ${NUMBERED}`,
  'all from it on are cut off': `delete from audit_entry where workspace_id = $1 and number >= $2`,
};

/** Each answers the number from which on the log is wrong. */
type Tampering = (workspaceId: string, n: number) => Promise<number>;
const TAMPERINGS: Record<string, Tampering> = {
  ...Object.fromEntries(
    Object.entries(ON_ONE).map(([name, sql]): [string, Tampering] => [name, async (w, n) => db.query(sql, [w, n]).then(() => n)]),
  ),
  'one is put in after the end': (w) => copyTo(w, ENTRIES + 1),
  'one is put in before the beginning': (w) => copyTo(w, 0),
  'two change places': async (w, n) => {
    const [a, b] = n < ENTRIES ? [n, n + 1] : [n - 1, n];
    await db.query(`update audit_entry set number = -number where workspace_id = $1 and number in ($2, $3)`, [w, a, b]);
    await db.query(`update audit_entry set number = $2::bigint + $3 + number where workspace_id = $1 and number < 0`, [w, a, b]);
    return a;
  },
  'one is written anew, and those behind it are left': async (w, n) => {
    await rewrite(w, n, 1);
    return Math.min(n + 1, ENTRIES);
  },
  'all are written anew from it on': async (w, n) => {
    await rewrite(w, n);
    return ENTRIES;
  },
  'all are written anew, and the head with them': async (w, n) => {
    await db.query('update audit_head set hash = $2 where workspace_id = $1', [w, await rewrite(w, n)]);
    return ENTRIES + 1;
  },
  'the head is taken out': async (w) => {
    await db.query('delete from audit_head where workspace_id = $1', [w]);
    return ENTRIES + 1;
  },
};

async function copyTo(workspaceId: string, n: number): Promise<number> {
  await db.query(
    `insert into audit_entry select workspace_id, $2, at, actor, action, subject, detail, request_id, address, hash, hash, salt, said_hash
      from audit_entry where workspace_id = $1 and number = ${ENTRIES}`,
    [workspaceId, n],
  );
  return n;
}

/** As somebody would who knows how the hashes are made. */
async function rewrite(workspaceId: string, from: number, most = ENTRIES): Promise<string> {
  const rows = await db.query(
    `select workspace_id as "workspaceId", number, at, actor, action, subject, detail, request_id as "requestId",
    address, salt, said_hash as "saidHash", previous_hash as "previousHash", hash from audit_entry where workspace_id = $1 and number >= $2 order by number limit $3`,
    [workspaceId, from, most],
  );
  let before = rows[0].previousHash;
  for (const row of rows) {
    const said = { ...row, detail: { count: 0 } };
    const next = { ...said, saidHash: saidHashOf(said), previousHash: before };
    before = hashOf(next);
    await db.query(`update audit_entry set detail = $3, said_hash = $4, previous_hash = $5, hash = $6 where ${NUMBERED}`, [
      ...[workspaceId, row.number, next.detail, next.saidHash, next.previousHash, before],
    ]);
  }
  return before;
}

test('a log that nobody touched is as it was written', async () => {
  const workspaceId = await filled();
  expect(await verifyAudit(db, workspaceId, key)).toMatchObject({ entryCount: ENTRIES, number: String(ENTRIES), fault: null });
  expect(await verifyAudit(db, randomUUID(), key)).toMatchObject({ entryCount: 0, fault: null });
});

describe.each(Object.entries(TAMPERINGS))('%s', (_, tamper) => {
  test('is found, wherever it is done', async () => {
    const place = fc.oneof(
      { arbitrary: fc.constantFrom(1, ENTRIES), weight: 1 },
      { arbitrary: fc.integer({ min: 1, max: ENTRIES }), weight: 2 },
    );
    await fc.assert(
      fc.asyncProperty(place, async (n) => {
        const workspaceId = await filled();
        const first = await tamper(workspaceId, n);
        expect((await verifyAudit(db, workspaceId, key)).fault?.number).toBe(String(first));
      }),
      { numRuns: Number(process.env.HISTORIES ?? 3) },
    );
  });
});

test('what is said of somebody who was deleted is taken out, and the log holds', async () => {
  const workspaceId = await filled();
  const audit = new AuditLog({ db, key, now: () => new Date() });
  const numbers = await db.transaction(async (tx) => {
    const lists = await eraseEntries(tx, workspaceId, ['S17', 's3']);
    for (const erased of lists) await audit.note({ workspaceId, action: ERASING, actor: 'Baton', detail: { erased } }, tx);
    return lists;
  });
  expect(numbers).toEqual([['3', '17', '30']]);
  expect((await verifyAudit(db, workspaceId, key)).fault).toBeNull();
  const left = await db.query<{ n: number }[]>(
    `select count(*)::int as n from audit_entry where workspace_id = $1 and (subject in ('s3', 's17') or salt is null and detail <> '{}')`,
    [workspaceId],
  );
  expect(left[0]?.n).toBe(0);
});

test('what is too old goes, and the rest can still be checked', async () => {
  const workspaceId = await filled();
  const at = await db.query<{ at: Date }[]>('select at from audit_entry where workspace_id = $1 order by number offset 9 limit 1', [
    workspaceId,
  ]);
  const before = new Date((at[0]?.at.getTime() ?? 0) + 1);
  const goneCount = await db.transaction((tx) => forgetEntries(tx, { workspaceId, before }, key));
  expect(goneCount).toBeGreaterThanOrEqual(10);
  expect(await verifyAudit(db, workspaceId, key)).toMatchObject({ entryCount: ENTRIES - goneCount, number: String(ENTRIES), fault: null });
  const all = await db.transaction((tx) => forgetEntries(tx, { workspaceId, before: new Date(Date.now() + 1e9) }, key));
  expect(await verifyAudit(db, workspaceId, key)).toMatchObject({ entryCount: 1, fault: null });
  expect(goneCount + all).toBe(ENTRIES - 1);
  await db.query('delete from audit_entry where workspace_id = $1', [workspaceId]);
  expect((await verifyAudit(db, workspaceId, key)).fault?.number).toBe(String(ENTRIES));
});

test('with another key nobody can say where a log ends', async () => {
  const { fault } = await verifyAudit(db, await filled(), Buffer.alloc(32, 8));
  expect(fault).toMatchObject({ why: expect.stringContaining('key that is not known') });
});

test('the command names the first wrong entry of every workspace and ends with 1', async () => {
  const own = (await freshDatabase()).db;
  const [good, bad] = [randomUUID(), randomUUID()];
  const audit = new AuditLog({ db: own, key, now: () => new Date() });
  const lines: string[] = [];
  const run = () => auditCommand.run(['verify'], { db: own, secretKey: key, print: (line: string) => lines.push(line) } as never);
  for (const workspaceId of [good, bad]) for (let i = 0; i < 3; i++) await audit.note({ workspaceId, action: 'sign-out', actor: null });
  expect(await run()).toBe(0);
  await own.query('alter table audit_entry disable trigger user');
  await own.query('delete from audit_entry where workspace_id = $1 and number = 2', [bad]);
  expect(await run()).toBe(1);
  expect(lines.filter((line) => line.includes('wrong'))).toEqual([`a workspace that is gone (${bad}): entry 2 is wrong: it is missing.`]);
  await own.destroy();
});
