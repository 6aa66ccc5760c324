import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hubspotExercise } from '../../../etl/sandbox/hubspot/exercise.js';
import { runSync } from '../../../etl/sync/run.js';
import { tableHashes } from '../../../etl/sync/table-hash.js';
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

const DEALS = 400;
const HANDOFFS = 5_000;
const HEAP_MEGABYTES = 320;
const MEDDLER = new URL('../../../../test/drill/fault/meddle.mjs', import.meta.url);

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
  const data = await mkdtemp(join(tmpdir(), 'baton-rig-'));
  const postgres = await drillPostgres();
  const { url, db } = await postgres.make('fault');
  const secret = randomBytes(32).toString('hex');
  const vendor = await hubspotExercise.start({ records: DEALS, now: () => new Date() });
  const [line, mailbox] = await Promise.all([cable(url), openMailbox()]);
  const reported = await syntheticWorkspace(db, { count: HANDOFFS, until: new Date() });
  await everyMinute(db, reported.id);
  const wrong = join(data, 'wrong.json');
  const server = await BatonServer.start({
    ...{ DATABASE_URL: line.url, BATON_DATA_DIR: data, BATON_SECRET_KEY: secret, SMTP_URL: mailbox.url, BATON_MEDDLE: wrong },
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES} --import=${fileURLToPath(MEDDLER)}`,
  });
  const rig = { postgres, line, db, server, vendor, secret, reportedId: reported.id, mailbox, workspaceId: '' };
  const calm = await calmHashes(rig);
  return {
    ...rig,
    calm,
    workers: await signInto(server.at, db, reported.id),
    meddle: ({ shiftMilliseconds, once }) =>
      writeFile(wrong, JSON.stringify({ shiftMilliseconds, once: once && { what: once, id: randomUUID() } })),
    async close() {
      await server.stop();
      await Promise.all([vendor.close(), mailbox.close(), line.cut(), db.destroy().catch(() => {})]);
      await postgres.remove();
      await rm(data, { recursive: true, force: true });
    },
  };
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
