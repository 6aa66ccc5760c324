import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { AuditEntry } from '../../../etl/warehouse/index.js';
import { testDatabase } from '../../../test/database.js';
import { withinRequest } from '../../http/request-context.js';
import { AuditLog } from './audit-log.js';
import { hashOf, NOTHING_BEFORE, saidHashOf } from './chain.js';

const key = Buffer.alloc(32, 7);
const at = new Date('2026-03-02T09:00:00.123Z');

async function log() {
  const { db } = await testDatabase();
  const workspaceId = randomUUID();
  const audit = new AuditLog({ db, key, now: () => at });
  const entries = () => db.getRepository(AuditEntry).find({ where: { workspaceId }, order: { number: 'asc' } });
  return { db, workspaceId, audit, entries };
}

test('each entry has the next number and the hash of the one before', async () => {
  const { workspaceId, audit, entries } = await log();
  await audit.note({ workspaceId, action: 'sign-in.failed', actor: null, subject: 'ann@example.com', detail: { why: 'password' } });
  await audit.note({ workspaceId, action: 'source.read', actor: 'Baton', subject: 'crm' });
  const [first, second] = await entries();
  expect(first).toMatchObject({ number: '1', at, actor: { kind: 'stranger' }, detail: { why: 'password' }, previousHash: NOTHING_BEFORE });
  expect(second).toMatchObject({ number: '2', actor: { kind: 'baton' }, previousHash: first?.hash });
  expect(second && hashOf(second)).toBe(second?.hash);
});

test('forty writers at once leave no gap', async () => {
  const { db, workspaceId, audit, entries } = await log();
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => {
      const deed = { workspaceId, action: 'source.read', actor: 'Baton', subject: String(i) } as const;
      return i % 2 ? audit.note(deed) : db.transaction((tx) => audit.note(deed, tx));
    }),
  );
  expect((await entries()).map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, i) => String(i + 1)));
});

test('what is undone is not written down', async () => {
  const { db, workspaceId, audit, entries } = await log();
  const undone = db.transaction(async (tx) => {
    await audit.note({ workspaceId, action: 'source.removed', actor: 'Baton' }, tx);
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  await audit.note({ workspaceId, action: 'source.read', actor: 'Baton' });
  expect(await entries()).toMatchObject([{ number: '1', action: 'source.read' }]);
});

test('it says in which request and from where', async () => {
  const { workspaceId, audit, entries } = await log();
  const note = () => audit.note({ workspaceId, action: 'sign-out', actor: null });
  await withinRequest({ requestId: 'r-1', address: '203.0.113.9' }, note);
  expect(await entries()).toMatchObject([{ requestId: 'r-1', address: '203.0.113.9' }]);
});

test('what Postgres cannot keep is kept as well as it can, and no text without end', async () => {
  const { workspaceId, audit, entries } = await log();
  const detail = { nul: 'a\0b', half: 'x\ud800y', long: 'ü'.repeat(5000), many: Array.from({ length: 99 }, String), none: Number.NaN };
  await audit.note({ workspaceId, action: 'sign-in.failed', actor: null, subject: '\0', detail });
  const [entry] = await entries();
  expect(entry).toMatchObject({ subject: '\uFFFD', detail: { nul: 'a\uFFFDb', half: 'x\uFFFDy', none: null } });
  expect(entry?.detail).toMatchObject({ long: 'ü'.repeat(300), many: { length: 50 } });
  expect(entry && saidHashOf(entry)).toBe(entry?.saidHash);
});

test.each([[`update audit_entry set action = 'sign-out'`], ['delete from audit_entry'], ['truncate audit_entry']])(
  'even the owner is refused: %s',
  async (statement) => {
    const { db, workspaceId, audit } = await log();
    await audit.note({ workspaceId, action: 'source.read', actor: 'Baton' });
    await expect(db.query(statement)).rejects.toThrow('only added to');
  },
);

test('the keeper alone takes out what an entry says, and nothing but that', async () => {
  const { db, workspaceId, audit } = await log();
  await audit.note({ workspaceId, action: 'source.read', actor: 'Baton', subject: 'crm' });
  const as = (role: string, statement: string) =>
    db.transaction(async (tx) => {
      await tx.query(`set local role ${role}`);
      await tx.query(statement);
    });
  await expect(as('baton_door', 'update audit_entry set salt = null')).rejects.toThrow('permission denied');
  await expect(as('baton_keeper', `update audit_entry set subject = 'other'`)).rejects.toThrow('only added to');
  await expect(as('baton_keeper', `update audit_entry set salt = null, action = 'sign-out'`)).rejects.toThrow('only added to');
  await as('baton_keeper', `update audit_entry set salt = null, subject = null`);
  await as('baton_keeper', 'delete from audit_entry');
});
