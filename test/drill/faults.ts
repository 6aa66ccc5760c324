import { setTimeout as wait } from 'node:timers/promises';
import { type Fault, Impossible } from './fault/fault.js';
import { MAIL_FAULTS, sufferMail } from './fault/mail-faults.js';
import { POSTGRES_FAULTS } from './fault/postgres-faults.js';
import { PROCESS_FAULTS } from './fault/process-faults.js';
import { buildRig, type WorkedRig } from './fault/rig.js';
import { type Suffered, suffer } from './fault/suffer.js';
import { skip, type Tally } from './report.js';
import { type Kind, OpenLoad } from './running/open-load.js';

/** Seconds. */
const MOST_RECOVERY = 30;
const PER_SECOND = 8;

const one = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

/** What people ask meanwhile. */
const MIX: readonly Kind[] = [
  { kind: 'session', share: 2, path: () => '/api/session' },
  { kind: 'overview', share: 3, path: () => `/api/kpi?by=${one(['segment', 'region', 'industry'])}` },
  { kind: 'list', share: 1, path: () => '/api/kpi/churn-90d/handoff' },
  { kind: 'sources', share: 2, path: () => '/api/source' },
  { kind: 'ready', share: 2, path: () => '/readyz' },
];

/** `faults [--only name,name]`: hurts the built server and its Postgres in every way, one after the other, with requests, syncs and mails under way. */
export async function drillFaults(only: readonly string[]): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  const wanted = ({ name }: { name: string }) => only.length === 0 || only.includes(name);
  console.log(
    'fault                  requests  failed while it lasted and until it was over                     back s  facts  nobody caught',
  );
  const faults = [...POSTGRES_FAULTS, ...PROCESS_FAULTS].filter(wanted);
  if (faults.length > 0) await onRig(faults, tally);
  await sufferMail(MAIL_FAULTS.filter(wanted), tally);
  return tally;
}

async function onRig(faults: readonly Fault[], tally: Tally): Promise<void> {
  const rig = await buildRig();
  try {
    for (const fault of faults) await sufferOne(rig, fault, tally);
    await tellMails(rig, tally);
  } finally {
    await rig.close();
  }
}

async function sufferOne(rig: WorkedRig, fault: Fault, tally: Tally): Promise<void> {
  const load = new OpenLoad(rig.workers, MIX);
  load.run(PER_SECOND);
  await wait(500);
  try {
    tell(fault, await suffer(rig, fault, load), tally);
  } catch (error) {
    if (error instanceof Impossible) return skip(tally, `${fault.name.padEnd(22)} ${error.message}`);
    tally.failed += 1;
    console.log(`FAILED ${fault.name.padEnd(22)} ${error instanceof Error ? error.message : String(error)}`);
    await rig.server.ready().catch(() => {});
  } finally {
    await load.stop();
  }
}

function tell(fault: Fault, { requests, ends, recovery, facts, ended, fatal, words, wrong }: Suffered, tally: Tally): void {
  const uncaught = fatal.filter((line) => !(fault.name === 'counting-thread-crash' && line.includes('for the drill')));
  const calm = recovery !== null && recovery <= MOST_RECOVERY && uncaught.length === 0 && ended === (fault.ends ? 1 : 0);
  const right = calm && facts === null && wrong.length === 0;
  if (right) tally.passed += 1;
  else tally.failed += 1;
  const back = recovery === null ? 'never' : recovery.toFixed(1);
  const line = [
    fault.name.padEnd(22),
    String(requests).padStart(5),
    '  ',
    ends.padEnd(66),
    back.padStart(6),
    ' ',
    facts === null ? 'equal' : 'OTHER',
  ];
  console.log(`${right ? 'ok    ' : 'FAILED'} ${line.join(' ')}  ${uncaught.length}  (${fault.how})`);
  for (const more of [facts, words, ...wrong]) if (more !== null) console.log(`       ${more}`);
  if (ended !== (fault.ends ? 1 : 0)) console.log(`       the process ended ${ended} times`);
  for (const words of uncaught) console.log(`       ${words.slice(0, 600)}`);
}

/** Of all slots that were owed while things went wrong: each mail was kept by the mail server once. */
async function tellMails({ db, mailbox, reportedId, server }: WorkedRig, tally: Tally): Promise<void> {
  for (let i = 0; i < 150 && (await owed(db, reportedId)) > 0; i++) await wait(1_000);
  const rows: { id: string; status: string }[] = await db.query(
    'select message_id as id, status from report_delivery where workspace_id = $1',
    [reportedId],
  );
  const kept = mailbox.mails.map(({ email }) => email.messageId?.replace(/^<|@.*$/g, ''));
  const twice = kept.length - new Set(kept).size;
  const lost = rows.filter(({ id, status }) => status === 'sent' && !kept.includes(id)).length;
  const open = rows.filter(({ status }) => status !== 'sent').length;
  const right = twice === 0 && lost === 0 && open === 0;
  if (right) tally.passed += 1;
  else tally.failed += 1;
  console.log(
    `${right ? 'ok    ' : 'FAILED'} mails of all these minutes: ${rows.length} owed, ${kept.length} kept by the mail server, ${twice} twice, ${lost} lost, ${open} not sent`,
  );
  console.log(`       the process ended ${server.ended.map(({ code, signal }) => signal ?? code).join(', ') || 'never'}; manual steps: 0`);
}

/** What will not come: the newest minute may be just due. */
async function owed(db: WorkedRig['db'], workspaceId: string): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `select count(*)::int as count from report_delivery where workspace_id = $1 and status in ('pending', 'sending')`,
    [workspaceId],
  );
  return row?.count ?? 0;
}
