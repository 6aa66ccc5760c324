import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hubspotExercise } from '../../../etl/sandbox/hubspot/exercise.js';
import { runSync } from '../../../etl/sync/run.js';
import { tableHashes } from '../../../etl/sync/table-hash.js';
import type { Account } from '../../../etl/warehouse/embedded-run.js';
import { Report } from '../../../etl/warehouse/index.js';
import { readKeys } from '../../../server/start/keys.js';
import { syntheticWorkspace } from '../../bench/kpi-handoffs.js';
import { cable } from '../../cable.js';
import { addWorkspace } from '../../connected-source.js';
import { type Mailbox, openMailbox } from '../../mailbox.js';
import { mustSucceed } from '../must.js';
import { BatonServer } from '../running/baton-server.js';
import { connectVendor, SYNCED } from '../running/kept-syncing.js';
import { type SignedInAt, signInto } from '../running/signed-in.js';
import { drillPostgres } from './drill-postgres.js';
import type { Rig } from './fault.js';
import { tinyDisk } from './tiny-disk.js';

const DEALS = 400;
const HANDOFFS = 5_000;
const HEAP_MEGABYTES = 320;
/** All workspaces of all faults are in it. */
const DATABASE_MEGABYTES = 1_024;
const DATA_MEGABYTES = 64;
const MEDDLER = resolve('test/drill/fault/meddle.mjs');

/** A rig with people at work on it: the workspace they look at has handoffs and a report for every minute. */
export interface WorkedRig extends Rig {
  secret: string;
  workers: SignedInAt;
  /** The workspace of the report. */
  reportedId: string;
  mailbox: Mailbox;
  /** What an undisturbed sync leaves. */
  calm: Record<string, string>;
  close(): Promise<void>;
}

export async function buildRig(): Promise<WorkedRig> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end().catch((error: Error) => console.log(`       not closed: ${error.message}`));
  };
  try {
    return { ...(await build((end) => opened.push(end))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Each thing that is opened is told to `ended` how, at once: whatever fails later, it is closed. */
async function build(ended: (end: () => Promise<unknown>) => void): Promise<Omit<WorkedRig, 'close'>> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-rig-'));
  ended(() => rm(folder, { recursive: true, force: true }));
  const postgres = await drillPostgres();
  const disks = await tinyDisks(postgres.as, ended);
  ended(() => postgres.remove());
  const { url, db } = await postgres.make('fault', disks?.database.path);
  ended(() => db.destroy());
  const secret = randomBytes(32).toString('hex');
  const vendor = await hubspotExercise.start({ records: DEALS, now: () => new Date() });
  ended(() => vendor.close());
  const [line, mailbox] = await Promise.all([cable(url), openMailbox()]);
  ended(() => Promise.all([line.cut(), mailbox.close()]));
  const reported = await syntheticWorkspace(db, { count: HANDOFFS, until: new Date() });
  await everyMinute(db, reported.id);
  const wrong = join(folder, 'wrong.json');
  const data = disks?.data.path ?? folder;
  const server = await BatonServer.start({
    ...{ DATABASE_URL: line.url, BATON_DATA_DIR: data, TMPDIR: data, BATON_SECRET_KEY: secret, SMTP_URL: mailbox.url, BATON_MEDDLE: wrong },
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES} --import=${MEDDLER}`,
  });
  ended(() => server.stop());
  const rig = { postgres, line, db, server, vendor, disks, secret, reportedId: reported.id, mailbox, workspaceId: '' };
  return {
    ...rig,
    calm: await calmHashes(rig),
    workers: await signInto(server.at, db, reported.id),
    meddle: ({ shiftMilliseconds, once }) =>
      writeFile(wrong, JSON.stringify({ shiftMilliseconds, once: once && { what: once, id: randomUUID() } })),
  };
}

async function tinyDisks(owner: Account | null, ended: (end: () => Promise<unknown>) => void): Promise<Rig['disks']> {
  const database = await tinyDisk({ megabytes: DATABASE_MEGABYTES, owner });
  if (!database) return null;
  ended(() => database.remove());
  const data = await tinyDisk({ megabytes: DATA_MEGABYTES, owner: null });
  if (!data) return null;
  ended(() => data.remove());
  return { database, data };
}

/** A report that is due every minute. */
export async function everyMinute(db: Rig['db'], workspaceId: string): Promise<void> {
  const at = new Date();
  const recipients = ['ann@example.com', 'bob@example.com', 'cy@example.com'];
  const timing = { timeZone: 'Europe/Berlin', schedule: '* * * * *', createdAt: at, owedFrom: at };
  await db.getRepository(Report).insert({ workspaceId, id: randomUUID(), name: 'Every minute', recipients, ...timing });
}

type Ground = Pick<WorkedRig, 'db' | 'vendor' | 'secret'>;

/** A new workspace with the vendor connected and nothing read. */
export async function newlyConnected({ db, vendor, secret }: Ground): Promise<string> {
  const workspaceId = await addWorkspace(db, { createdAt: new Date() });
  await connectVendor(db, { rehearsal: vendor, workspaceId, kind: hubspotExercise.kind, secret });
  return workspaceId;
}

async function calmHashes(ground: Ground): Promise<Record<string, string>> {
  const workspaceId = await newlyConnected(ground);
  const { secretKey } = await readKeys(tmpdir(), { secretKey: ground.secret });
  mustSucceed(await runSync(ground.db, { workspaceId, sourceId: SYNCED, trigger: 'hand', secretKey }), 'undisturbed run');
  return hashesIn(ground, workspaceId);
}

export const hashesIn = ({ db, vendor }: Ground, workspaceId: string): Promise<Record<string, string>> =>
  tableHashes(db, workspaceId, { address: vendor.http?.url });
