import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { DataSource } from 'typeorm';
import { expect, onTestFinished, test } from 'vitest';
import { database, Report, ReportDelivery, Workspace } from '../etl/warehouse/index.js';
import { LEASE_SECONDS, MOST_ATTEMPTS } from '../server/report/ledger.js';
import { testDatabase } from './database.js';
import { KnownHandoffs } from './known-handoffs.js';
import { type Mailbox, type MailboxOptions, openMailbox } from './mailbox.js';
import { reportReplica } from './report-replica.js';
import { twoYears } from './two-years.js';

/** A Monday, 08:00 in Berlin. */
const SLOT = new Date('2026-06-01T06:00:00Z');
const WEEK = 7 * 86_400_000;
const MINUTE = 60_000;
const after = (milliseconds: number) => new Date(SLOT.getTime() + milliseconds);

async function company({ recipients, mailbox: options }: { recipients: string[]; mailbox?: MailboxOptions }) {
  const { url, db } = await testDatabase();
  const workspaceId = randomUUID();
  await db.getRepository(Workspace).insert({ id: workspaceId, name: 'Test', timeZone: 'UTC', currency: 'EUR', createdAt: after(-WEEK) });
  const known = new KnownHandoffs(db, workspaceId);
  await known.readThrough(after(-MINUTE));
  await known.won(...twoYears(SLOT, 60));
  const timing = { timeZone: 'Europe/Berlin', schedule: '0 8 * * 1', createdAt: after(-MINUTE), owedFrom: after(-MINUTE) };
  await db.getRepository(Report).insert({ workspaceId, id: randomUUID(), name: 'Weekly handoff report', recipients, ...timing });
  const mailbox = await openMailbox(options);
  onTestFinished(() => mailbox.close());
  return { url, db, workspaceId, mailbox };
}

/** One server with a pool of its own. */
async function replica({ url, mailbox }: { url: string; mailbox: Mailbox }, now: Date | (() => Date)) {
  const db = await database(url, { poolSize: 2 }).initialize();
  onTestFinished(() => db.destroy());
  return reportReplica({ db, smtpUrl: mailbox.url, now: typeof now === 'function' ? now : () => now });
}

const ledger = (db: DataSource) => db.getRepository(ReportDelivery).find({ order: { slot: 'ASC', recipient: 'ASC' } });

const PEOPLE = ['ann@example.com', 'bob@example.com', 'cy@example.com'];

test('three servers at the same slot send one mail to each recipient, addressed to them alone', async () => {
  const at = await company({ recipients: PEOPLE });
  const servers = await Promise.all([1, 2, 3].map(() => replica(at, after(1_000))));
  await Promise.all(servers.map((server) => server.tick()));
  await Promise.all(servers.map((server) => server.tick()));
  expect(at.mailbox.mails.map(({ to }) => to).sort()).toEqual(PEOPLE.map((person) => [person]));
  for (const { to, email } of at.mailbox.mails) expect(email.to?.map(({ address }) => address)).toEqual(to);
  expect(new Set(at.mailbox.mails.map(({ email }) => email.messageId)).size).toBe(3);
  expect((await ledger(at.db)).map(({ status, attempts }) => [status, attempts])).toEqual(PEOPLE.map(() => ['sent', 1]));
});

test('a mail server gets both parts, and headers that say a machine wrote it', async () => {
  const at = await company({ recipients: ['ann@example.com'] });
  await (await replica(at, after(1_000))).tick();
  const email = at.mailbox.mails[0]?.email;
  expect(email?.subject).toMatch(/^Handoff health: /);
  expect(email?.text).toContain('90-day churn');
  expect(email?.html).toContain('90-day churn');
  expect(email?.date).toBe(SLOT.toISOString());
  const header = (name: string) => email?.headers.find(({ key }) => key === name)?.value;
  expect(header('auto-submitted')).toBe('auto-generated');
  expect(header('list-id')).toMatch(/^<[0-9a-f-]{36}\.baton\.example>$/);
  expect(header('content-type')).toMatch(/^multipart\/alternative/);
});

test('a slot is not sent before it has come, and the next one is another mail', async () => {
  const at = await company({ recipients: ['ann@example.com'] });
  let now = after(-1);
  const server = await replica(at, () => now);
  await server.tick();
  expect(at.mailbox.mails).toEqual([]);
  for (const wait of [0, MINUTE, WEEK, WEEK + MINUTE]) {
    now = after(wait);
    await server.tick();
  }
  expect(at.mailbox.mails.map(({ email }) => email.date)).toEqual([SLOT.toISOString(), after(WEEK).toISOString()]);
  expect(at.mailbox.mails[0]?.email.text).not.toContain('not sent');
});

test('after three weeks of standing still only the newest slot is sent, and the mail says so', async () => {
  const at = await company({ recipients: ['ann@example.com'] });
  await (await replica(at, after(1_000))).tick();
  await (await replica(at, after(3 * WEEK + 5 * 3_600_000))).tick();
  expect(at.mailbox.mails.map(({ email }) => email.date)).toEqual([SLOT.toISOString(), after(3 * WEEK).toISOString()]);
  expect(at.mailbox.mails[1]?.email.text).toContain('! 2 earlier reports were not sent, because Baton was not running when due.');
});

test('whoever is added after a slot gets the next one', async () => {
  const at = await company({ recipients: ['ann@example.com'] });
  let now = after(1_000);
  const server = await replica(at, () => now);
  await server.tick();
  await at.db.getRepository(Report).update({ workspaceId: at.workspaceId }, { recipients: ['ann@example.com', 'bob@example.com'] });
  now = after(MINUTE);
  await server.tick();
  expect(at.mailbox.mails).toHaveLength(1);
  now = after(WEEK);
  await server.tick();
  expect(at.mailbox.mails.map(({ to }) => to[0])).toEqual(['ann@example.com', 'ann@example.com', 'bob@example.com']);
});

test('a mail server that is away for an hour loses no mail and doubles none', async () => {
  const at = await company({ recipients: PEOPLE });
  let now = after(0);
  const server = await replica(at, () => now);
  const away = await replica({ ...at, mailbox: { ...at.mailbox, url: 'smtp://127.0.0.1:1' } }, () => now);
  for (; now < after(60 * MINUTE); now = new Date(now.getTime() + MINUTE)) await away.tick();
  expect((await ledger(at.db)).map(({ status, error }) => [status, error])).toEqual(
    PEOPLE.map(() => ['pending', expect.stringContaining('ECONNREFUSED')]),
  );
  for (; now < after(130 * MINUTE); now = new Date(now.getTime() + 10 * MINUTE)) await server.tick();
  expect(at.mailbox.mails.map(({ to }) => to[0]).sort()).toEqual(PEOPLE);
});

test('a refused address is given up at once, a busy server is asked again, and neither keeps the others waiting', async () => {
  const answers: Record<string, number> = { 'bob@example.com': 550, 'cy@example.com': 451 };
  const at = await company({
    recipients: PEOPLE,
    mailbox: {
      onRecipient(address) {
        const responseCode = answers[address];
        if (responseCode) throw Object.assign(new Error('not now'), { responseCode });
      },
    },
  });
  let now = after(0);
  const server = await replica(at, () => now);
  await server.tick();
  const states = async () => (await ledger(at.db)).map(({ status }) => status);
  expect(await states()).toEqual(['sent', 'failed', 'pending']);
  delete answers['cy@example.com'];
  now = after(MINUTE);
  await server.tick();
  expect(await states()).toEqual(['sent', 'failed', 'sent']);
  expect(MOST_ATTEMPTS).toBeGreaterThan(5);
});

/** A minute of report work in a process that is killed from outside. */
function killable({ url, mailbox }: { url: string; mailbox: Mailbox }): ChildProcess {
  const wanted = JSON.stringify({ url, smtpUrl: mailbox.url, at: after(1_000) });
  const child = spawn(process.execPath, ['test/child-report.mjs', wanted], { stdio: ['ignore', 'inherit', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

test('killed between claim and acceptance, the mail goes out once after the restart', async () => {
  let child: ChildProcess | null = null;
  const kill = async () => {
    child?.kill('SIGKILL');
    if (child) await new Promise(() => {});
  };
  const at = await company({ recipients: ['ann@example.com'], mailbox: { onRecipient: kill } });
  child = killable(at);
  const exit = await once(child, 'exit');
  expect({ exit, ledger: await ledger(at.db) }).toMatchObject({ exit: [null, 'SIGKILL'], ledger: [{ status: 'sending', attempts: 1 }] });
  child = null;
  expect(at.mailbox.mails).toEqual([]);
  let now = after(2_000);
  const server = await replica(at, () => now);
  await server.tick();
  expect(at.mailbox.mails, 'the lease is still held').toEqual([]);
  for (const seconds of [LEASE_SECONDS + 1, LEASE_SECONDS + 61]) {
    now = after(seconds * 1_000);
    await server.tick();
  }
  expect(at.mailbox.mails).toHaveLength(1);
  expect(await ledger(at.db)).toMatchObject([{ status: 'sent', attempts: 2 }]);
});

test('killed after the mail server kept it and before that was noted, the repeat carries the same Message-ID', async () => {
  let child: ChildProcess | null = null;
  const kill = async () => {
    child?.kill('SIGKILL');
    if (child) await new Promise(() => {});
  };
  const at = await company({ recipients: ['ann@example.com'], mailbox: { onKept: kill } });
  child = killable(at);
  const exit = await once(child, 'exit');
  expect({ exit, ledger: await ledger(at.db) }).toMatchObject({ exit: [null, 'SIGKILL'], ledger: [{ status: 'sending', attempts: 1 }] });
  child = null;
  await (await replica(at, after((LEASE_SECONDS + 2) * 1_000))).tick();
  const ids = at.mailbox.mails.map(({ email }) => email.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});
