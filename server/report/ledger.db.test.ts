import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { expect, test } from 'vitest';
import { Report, ReportDelivery } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { type Claim, claim, isOwed, LEASE_SECONDS, mailId, type Outcome, owe, settle } from './ledger.js';
import { findMail, listMails } from './mails.js';

const SLOT = new Date('2026-03-02T07:00:00Z');
const NOW = new Date('2026-03-02T07:00:10Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const SENT: Outcome = { status: 'sent', sentAt: NOW, subject: 'Subject', outboxFile: null, error: null };
const AGAIN: Outcome = { status: 'pending', sentAt: null, subject: null, outboxFile: null, error: 'the mail server is away' };

async function owedTo(...recipients: string[]) {
  const { db } = await testDatabase();
  const at = { workspaceId: randomUUID(), reportId: randomUUID(), slot: SLOT };
  await aReport(db, at);
  await owe(db, at, recipients);
  return { db, at, take: (now = NOW) => claim(db, at.workspaceId, now) };
}

const aReport = (db: DataSource, { workspaceId, reportId }: { workspaceId: string; reportId: string }) =>
  db.getRepository(Report).insert({
    workspaceId,
    id: reportId,
    name: 'Weekly',
    recipients: [],
    timeZone: 'UTC',
    schedule: '0 7 * * 1',
    createdAt: SLOT,
    owedFrom: SLOT,
  });

function taken(mail: Claim | null): Claim {
  if (!mail) throw new Error('nothing was there to claim');
  return mail;
}

test('a slot is owed once to each recipient, however often and by however many it is said', async () => {
  const { db, at } = await owedTo('ann@example.com');
  await Promise.all([1, 2, 3, 4].map(() => owe(db, at, ['ann@example.com', 'bob@example.com'])));
  expect(await db.getRepository(ReportDelivery).countBy({ workspaceId: at.workspaceId })).toBe(2);
  expect(await isOwed(db, at)).toBe(true);
  expect(await isOwed(db, { ...at, slot: NOW })).toBe(false);
});

test('workers that claim at the same time get different mails, each once', async () => {
  const recipients = Array.from({ length: 12 }, (_, i) => `p${i}@example.com`);
  const { take } = await owedTo(...recipients);
  const claims = await Promise.all(Array.from({ length: 16 }, () => take()));
  expect(claims.flatMap((mail) => mail?.recipient ?? []).sort()).toEqual(recipients.sort());
});

test('a mail that another worker is just claiming is passed over, without waiting for that worker', async () => {
  const { db, at, take } = await owedTo('ann@example.com', 'bob@example.com');
  await db.transaction(async (tx) => {
    expect(taken(await claim(tx, at.workspaceId, NOW)).recipient).toBe('ann@example.com');
    expect(taken(await take()).recipient).toBe('bob@example.com');
    expect(await take()).toBeNull();
  });
});

test('a mail left by a worker that died is claimed again when its lease has ended, not before', async () => {
  const { take } = await owedTo('ann@example.com');
  expect(taken(await take())).toMatchObject({ recipient: 'ann@example.com', attempts: 1 });
  expect(await take(later(LEASE_SECONDS - 1))).toBeNull();
  expect(taken(await take(later(LEASE_SECONDS)))).toMatchObject({ attempts: 2 });
});

test('a worker whose lease has ended cannot settle the mail of the next one', async () => {
  const { db, at, take } = await owedTo('ann@example.com');
  const slow = taken(await take());
  const next = taken(await take(later(LEASE_SECONDS)));
  expect(await settle(db, at.workspaceId, { mail: slow, outcome: AGAIN })).toBe(false);
  expect(await settle(db, at.workspaceId, { mail: next, outcome: SENT })).toBe(true);
  expect(await take(later(100_000))).toBeNull();
});

test('a mail that could not be sent is tried again after one, two, four minutes', async () => {
  const { db, at, take } = await owedTo('ann@example.com');
  let now = NOW;
  for (const minutes of [1, 2, 4]) {
    await settle(db, at.workspaceId, { mail: taken(await take(now)), outcome: AGAIN });
    expect(await take(new Date(now.getTime() + minutes * 60_000 - 1))).toBeNull();
    now = new Date(now.getTime() + minutes * 60_000);
  }
  expect(await take(now)).not.toBeNull();
});

test('a failed mail is given up, and another workspace is never claimed', async () => {
  const { db, at, take } = await owedTo('ann@example.com');
  expect(await claim(db, randomUUID(), NOW)).toBeNull();
  await settle(db, at.workspaceId, { mail: taken(await take()), outcome: { ...AGAIN, status: 'failed' } });
  expect(await take(later(1_000_000))).toBeNull();
});

test('the list of mails is the whole ledger, newest first, page after page', async () => {
  const { db, at } = await owedTo('ann@example.com', 'bob@example.com');
  await owe(db, { ...at, slot: new Date('2026-03-09T07:00:00Z') }, ['ann@example.com']);
  const first = await listMails(db, at.workspaceId, { limit: 2 });
  const second = await listMails(db, at.workspaceId, { limit: 2, after: first.next ?? '' });
  expect(first.mails[0]).toMatchObject({ slot: '2026-03-09T07:00:00.000Z', reportName: 'Weekly', status: 'pending' });
  expect(new Set([...first.mails, ...second.mails].map(({ id }) => id)).size).toBe(3);
  expect(second.next).toBeNull();
  expect(await findMail(db, at.workspaceId, mailId(at, 'ann@example.com'))).toMatchObject({ recipient: 'ann@example.com' });
  expect(await findMail(db, randomUUID(), mailId(at, 'ann@example.com'))).toBeNull();
});
