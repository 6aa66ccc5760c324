import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { database, Report } from '../../etl/warehouse/index.js';
import type { ReportSchedule } from '../../server/report/schedule.js';
import { syntheticWorkspace } from '../bench/kpi-handoffs.js';
import { type Mailbox, openMailbox } from '../mailbox.js';
import { reportReplica } from '../report-replica.js';
import { withDatabase } from './drill-database.js';
import { count, type Tally } from './report.js';

const REPLICAS = 3;
const PEOPLE = ['ann@example.com', 'bob@example.com', 'cy@example.com'];
const HANDOFFS = 200;
const START = Date.parse('2026-06-01T06:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** More than a mail needs whose sender was cut off and whose lease must end. */
const MOST_MINUTES = 55;
/** Each so many slots the connections are cut while all are sending, and each so many the mail server is busy at first. */
const CUT_EVERY = 5;
const BUSY_EVERY = 7;
/** Between two cuts. */
const CUT_MS = 40;

/** `slots [--slots N]`: three servers do the same hourly slots; in some Postgres ends their connections half way, in some the mail server is busy. */
export const drillSlots = ({ slots }: { slots: number }): Promise<Tally> =>
  withDatabase(async ({ db, url }) => {
    const tally: Tally = { passed: 0, failed: 0 };
    const day: Day = { now: START, busy: false, cut: 0 };
    const mailbox = await openMailbox({
      onRecipient() {
        if (day.busy) throw Object.assign(new Error('not now'), { responseCode: 451 });
      },
    });
    const pools = await Promise.all(Array.from({ length: REPLICAS }, () => database(url, { poolSize: 3, scoped: true }).initialize()));
    const servers = pools.map((pool) => reportReplica({ db: pool, smtpUrl: mailbox.url, now: () => new Date(day.now) }));
    await owingEachHour(db);
    try {
      for (let slot = 0; slot < slots; slot++) {
        Object.assign(day, { now: START + slot * HOUR, busy: slot % BUSY_EVERY === 1 });
        await workOff({ servers, db, day, cutting: slot % CUT_EVERY === 2 });
      }
      console.log(`       ${day.cut} connections of the servers were ended while they sent`);
      await judge(db, { mailbox, slots, tally });
    } finally {
      await Promise.all(pools.map((pool) => pool.destroy()));
      await mailbox.close();
    }
    return tally;
  });

/** How things stand for all servers. */
interface Day {
  /** Milliseconds, as they all take the time for. */
  now: number;
  /** Whether the mail server says 451. */
  busy: boolean;
  cut: number;
}

async function owingEachHour(db: DataSource): Promise<void> {
  const { id: workspaceId } = await syntheticWorkspace(db, { count: HANDOFFS, until: new Date(START) });
  const before = new Date(START - MINUTE);
  const timing = { timeZone: 'UTC', schedule: '0 * * * *', createdAt: before, owedFrom: before };
  await db.getRepository(Report).insert({ workspaceId, id: randomUUID(), name: 'Each hour', recipients: PEOPLE, ...timing });
}

interface Working {
  servers: readonly ReportSchedule[];
  db: DataSource;
  day: Day;
  cutting: boolean;
}

/** All servers at once, minute after minute, until nothing of the slot is under way. The mail server is busy in the first. */
async function workOff({ servers, db, day, cutting }: Working): Promise<void> {
  for (let minute = 0; minute < MOST_MINUTES; minute++) {
    const ticks = Promise.all(servers.map((server) => server.minute()));
    if (cutting && minute === 0) day.cut += await cutAll(db);
    await ticks;
    day.busy = false;
    const [row]: { owed: number; open: number }[] = await db.query(
      `select count(*)::int as owed, (count(*) filter (where status in ('pending', 'sending')))::int as open from report_delivery where slot = $1`,
      [new Date(day.now - (day.now % HOUR))],
    );
    if (row && row.owed > 0 && row.open === 0) return;
    day.now += MINUTE;
  }
}

/** Ends all connections of the servers, three times on the way; how many there were. */
async function cutAll(db: DataSource): Promise<number> {
  let connections = 0;
  for (let i = 0; i < 3; i++) {
    await wait(CUT_MS);
    const ended: unknown[] = await db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    connections += ended.length;
  }
  return connections;
}

async function judge(db: DataSource, { mailbox, slots, tally }: { mailbox: Mailbox; slots: number; tally: Tally }): Promise<void> {
  const rows: { slot: Date; recipient: string; status: string; attempts: number }[] = await db.query(
    'select slot, recipient, status, attempts from report_delivery',
  );
  const keptOf = new Map<string, number>();
  for (const { to, email } of mailbox.mails) {
    const key = `${email.date} ${to.join()}`;
    keptOf.set(key, (keptOf.get(key) ?? 0) + 1);
  }
  const wanted = Array.from({ length: slots }, (_, slot) => new Date(START + slot * HOUR).toISOString());
  const keys = wanted.flatMap((at) => PEOPLE.map((person) => `${at} ${person}`));
  const missing = keys.filter((key) => !keptOf.has(key)).length;
  const twice = [...keptOf.values()].filter((times) => times > 1).length;
  const strange = [...keptOf.keys()].filter((key) => !keys.includes(key)).length;
  const again = rows.filter(({ attempts }) => attempts > 1).length;
  const unsent = rows.filter(({ status }) => status !== 'sent').length;
  const words = `${slots} slots, ${REPLICAS} servers, ${PEOPLE.length} recipients: ${mailbox.mails.length} mails kept of ${keys.length}, ${missing} missing, ${twice} twice, ${strange} that nobody is owed; ${again} were tried again, ${unsent} are not sent`;
  count(tally, missing === 0 && twice === 0 && strange === 0 && unsent === 0, words);
}
