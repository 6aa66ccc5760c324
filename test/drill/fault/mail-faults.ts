import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Report } from '../../../etl/warehouse/index.js';
import { syntheticWorkspace } from '../../bench/kpi-handoffs.js';
import { type Mailbox, openMailbox } from '../../mailbox.js';
import type { Tally } from '../report.js';
import { BatonServer, freePort } from '../running/baton-server.js';
import { type DrillPostgres, drillPostgres } from './drill-postgres.js';

const MEDDLER = resolve('test/drill/fault/meddle.mjs');
const RECIPIENTS = ['ann@example.com', 'bob@example.com', 'cy@example.com'];
const SECOND = 1_000;
const HOUR = 3_600_000;

/** Something that goes wrong with mail or time, on a server and a database of its own. */
export interface MailFault {
  name: string;
  how: string;
  /** What the played mail server does while the fault lasts. */
  mail?: 'away' | 'refuse 451' | 'refuse 550' | 'drop';
  /** How many servers do the same slot. */
  replicas?: number;
  /** By the clock of Berlin; every minute when it is left out. */
  schedule?: string;
  /** What the servers take the time for when they start; the right one when it is left out. */
  startsAt?: string;
  /** By how much their clock jumps, and after how many seconds. */
  jumps?: readonly { afterSeconds: number; hours: number }[];
  /** Seconds until it is judged. */
  seconds: number;
  /** What must be in the ledger for each slot; 'sent' when it is left out. A refused address is given up for that slot. */
  statuses?: readonly string[];
  /** How many slots there must be at least, and at most where the schedule says it. */
  slots: { least: number; most?: number };
}

export const MAIL_FAULTS: readonly MailFault[] = [
  { name: 'smtp-down', how: 'nobody listens for 70 s', mail: 'away', seconds: 200, slots: { least: 2 } },
  { name: 'smtp-4xx', how: 'every recipient is answered 451 for 70 s', mail: 'refuse 451', seconds: 200, slots: { least: 2 } },
  {
    name: 'smtp-5xx',
    how: 'every recipient is answered 550 for 70 s',
    mail: 'refuse 550',
    seconds: 150,
    statuses: ['sent', 'failed'],
    slots: { least: 2 },
  },
  {
    name: 'smtp-drops',
    how: 'the mail is kept and the connection dropped before that is said, for 70 s',
    mail: 'drop',
    seconds: 200,
    slots: { least: 2 },
  },
  { name: 'two-replicas', how: 'two servers do the same slots', replicas: 2, seconds: 130, slots: { least: 2 } },
  {
    name: 'clock-forward',
    how: 'the clock of the process jumps an hour ahead and back',
    jumps: [
      { afterSeconds: 30, hours: 1 },
      { afterSeconds: 110, hours: -1 },
    ],
    seconds: 250,
    slots: { least: 2 },
  },
  {
    name: 'clock-back',
    how: 'the clock of the process jumps an hour back and ahead',
    jumps: [
      { afterSeconds: 30, hours: -1 },
      { afterSeconds: 110, hours: 1 },
    ],
    seconds: 250,
    slots: { least: 2 },
  },
  {
    name: 'dst-autumn',
    how: 'the hour from 2 to 3 comes twice; due at 2:30',
    schedule: '30 2 * * *',
    startsAt: '2026-10-25T00:29:20Z',
    jumps: [{ afterSeconds: 75, hours: 1 }],
    seconds: 160,
    slots: { least: 1, most: 1 },
  },
  {
    name: 'dst-spring',
    how: 'the hour from 2 to 3 does not come; due at 2:30',
    schedule: '30 2 * * *',
    startsAt: '2027-03-28T00:59:20Z',
    jumps: [{ afterSeconds: 75, hours: 1 }],
    seconds: 160,
    slots: { least: 1, most: 1 },
  },
];

/** The mail server is unwell for so long, which spans a minute. */
const UNWELL = 70 * SECOND;

/** All at once: each waits for minutes to come. */
export async function sufferMail(faults: readonly MailFault[], tally: Tally): Promise<void> {
  if (faults.length === 0) return;
  const postgres = await drillPostgres({ connections: 400 });
  try {
    await Promise.all(faults.map((fault) => attempt(postgres, fault, tally)));
  } finally {
    await postgres.remove();
  }
}

let started: Promise<unknown> = Promise.resolve();

/** One after the other: ten that start at once take from each other the time in which they must be ready. */
function startInTurn(env: Record<string, string>): Promise<BatonServer> {
  const server = started.then(() => BatonServer.start(env));
  started = server.catch(() => {});
  return server;
}

async function attempt(postgres: DrillPostgres, fault: MailFault, tally: Tally): Promise<void> {
  try {
    await one(postgres, fault, tally);
  } catch (error) {
    tally.failed += 1;
    console.log(`FAILED ${fault.name.padEnd(22)} ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function one(postgres: DrillPostgres, fault: MailFault, tally: Tally): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'baton-mail-'));
  const { url, db } = await postgres.make(fault.name.replaceAll('-', '_'));
  const unwell = new Unwell();
  const mailbox = await playedMailbox(fault, unwell);
  const shift = fault.startsAt === undefined ? 0 : Date.parse(fault.startsAt) - Date.now();
  const wrong = join(data, 'wrong.json');
  await writeFile(wrong, JSON.stringify({ shiftMilliseconds: shift }));
  await prepare(db, { now: new Date(Date.now() + shift), schedule: fault.schedule ?? '* * * * *' });
  // Replicas of one installation have one key.
  const key = { BATON_SECRET_KEY: 'f'.repeat(64) };
  const env = {
    ...key,
    DATABASE_URL: url,
    BATON_DATA_DIR: data,
    SMTP_URL: mailbox.url,
    BATON_MEDDLE: wrong,
    NODE_OPTIONS: `--import=${MEDDLER}`,
  };
  const servers: BatonServer[] = [];
  try {
    for (let i = 0; i < (fault.replicas ?? 1); i++) servers.push(await startInTurn({ ...env, BATON_DATA_DIR: join(data, String(i)) }));
    setTimeout(() => unwell.end(), UNWELL);
    await letBe(fault, { wrong, shift });
    await judge({ fault, db, mailbox, servers }, tally);
  } finally {
    unwell.end();
    await Promise.all(servers.map((server) => server.stop()));
    await Promise.all([mailbox.close(), db.destroy()]);
    await rm(data, { recursive: true, force: true });
  }
}

/** How it is with a mail server. */
class Unwell {
  now = true;
  end = () => {};
  readonly over = new Promise<void>((resolve) => {
    this.end = () => {
      this.now = false;
      resolve();
    };
  });
}

/** Unwell until the time has come. */
async function playedMailbox({ mail }: MailFault, unwell: Unwell): Promise<Mailbox> {
  if (mail === 'away') {
    const port = await freePort();
    const late: Mailbox = { url: `smtp://127.0.0.1:${port}`, mails: [], close: async () => {} };
    const opening = unwell.over.then(() => openMailbox({ port }));
    opening.then(({ mails }) => {
      late.mails = mails;
    });
    late.close = async () => (await opening).close();
    return late;
  }
  return openMailbox({
    onRecipient() {
      const responseCode = mail === 'refuse 451' ? 451 : mail === 'refuse 550' ? 550 : null;
      if (responseCode && unwell.now) throw Object.assign(new Error('not now'), { responseCode });
    },
    async onKept() {
      if (mail === 'drop' && unwell.now) throw Object.assign(new Error('dropped'), { responseCode: 421 });
    },
  });
}

async function prepare(db: DataSource, { now, schedule }: { now: Date; schedule: string }): Promise<void> {
  const { id: workspaceId } = await syntheticWorkspace(db, { count: 300, until: now });
  const timing = { timeZone: 'Europe/Berlin', schedule, createdAt: now, owedFrom: now };
  await db.getRepository(Report).insert({ workspaceId, id: randomUUID(), name: 'Drill', recipients: RECIPIENTS, ...timing });
}

async function letBe({ jumps = [], seconds }: MailFault, { wrong, shift }: { wrong: string; shift: number }): Promise<void> {
  let [at, now] = [0, shift];
  for (const { afterSeconds, hours } of jumps) {
    await wait((afterSeconds - at) * SECOND);
    at = afterSeconds;
    now += hours * HOUR;
    await writeFile(wrong, JSON.stringify({ shiftMilliseconds: now }));
  }
  await wait((seconds - at) * SECOND);
}

interface Left {
  fault: MailFault;
  db: DataSource;
  mailbox: Mailbox;
  servers: readonly BatonServer[];
}

async function judge({ fault, db, mailbox, servers }: Left, tally: Tally): Promise<void> {
  const rows: { id: string; status: string; slot: Date; error: string | null }[] = await db.query(
    'select message_id as id, status, slot, error from report_delivery',
  );
  const allowed = fault.statuses ?? ['sent'];
  const settled = rows.filter(({ status }) => status !== 'pending' && status !== 'sending');
  const kept = mailbox.mails.map(({ email }) => email.messageId?.replace(/^<|@.*$/g, ''));
  const twice = kept.length - new Set(kept).size;
  const lost = rows.filter(({ id, status }) => status === 'sent' && !kept.includes(id)).length;
  const slots = new Set(rows.map(({ slot }) => slot.toISOString()));
  const fatal = servers.flatMap((server) => server.fatal);
  const wrong = [
    ...(twice > 0 && fault.mail !== 'drop' ? [`${twice} twice`] : []),
    ...(lost > 0 ? [`${lost} lost`] : []),
    ...settled.filter(({ status }) => !allowed.includes(status)).map(({ status, error }) => `${status}: ${error}`),
    ...(slots.size < fault.slots.least || slots.size > (fault.slots.most ?? slots.size) ? [`${slots.size} slots`] : []),
    ...fatal.map((line) => line.slice(0, 300)),
    ...servers.flatMap(({ ended }) => ended.map(({ code, signal }) => `ended ${signal ?? code}`)),
  ];
  if (wrong.length === 0) tally.passed += 1;
  else tally.failed += 1;
  const counts = [...new Set(rows.map(({ status }) => status))].map(
    (word) => `${rows.filter(({ status }) => status === word).length} ${word}`,
  );
  console.log(
    `${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${fault.name.padEnd(22)} ${slots.size} slots, ${counts.join(', ')}; ${kept.length} kept, ${twice} twice, ${lost} lost; nobody caught: ${fatal.length}  (${fault.how})${wrong.length > 0 ? `\n       ${wrong.join('; ')}` : ''}`,
  );
}
