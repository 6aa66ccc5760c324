import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { hubspotExercise } from '../../etl/sandbox/hubspot/exercise.js';
import { syntheticWorkspace } from '../bench/kpi-handoffs.js';
import { quantile } from '../bench/timing.js';
import { type DrillDatabase, withDatabase } from './drill-database.js';
import { count, type Tally } from './report.js';
import { BatonServer } from './running/baton-server.js';
import { connectVendor, SYNCED } from './running/kept-syncing.js';
import { WebhookVendor } from './webhook/vendor.js';

const DEALS = 500;
/** Changes that one message names; HubSpot sends up to a hundred. */
const EACH = 10;
const SECRET = 'the-secret-of-the-app';
/** Milliseconds in which a vendor wants to be answered. */
const SOON = 1_000;
/** Milliseconds until all that was named has been read. */
const READ_WITHIN = 120_000;

/** `webhooks [--changes N] [--seconds N]`: N changes a second are told to the built server, which reads what they name meanwhile. What is lost? */
export const drillWebhooks = ({ changes, seconds }: { changes: number; seconds: number }): Promise<Tally> =>
  withDatabase(async (given) => {
    const tally: Tally = { passed: 0, failed: 0 };
    const data = await mkdtemp(join(tmpdir(), 'baton-webhooks-'));
    const rehearsal = await hubspotExercise.start({ records: DEALS, now: () => new Date() });
    try {
      const { id: workspaceId } = await syntheticWorkspace(given.db, { count: 100, until: new Date() });
      const secret = randomBytes(32).toString('hex');
      const credentials = { ...(rehearsal.credentials as object), webhookSecret: SECRET };
      await connectVendor(given.db, {
        rehearsal: { settings: rehearsal.settings, credentials },
        workspaceId,
        kind: hubspotExercise.kind,
        secret,
      });
      await tellAll(given, { workspaceId, secret, data, ids: rehearsal.ids(), changes, seconds }, tally);
    } finally {
      await rehearsal.close();
      await rm(data, { recursive: true, force: true });
    }
    return tally;
  });

interface Telling {
  workspaceId: string;
  secret: string;
  data: string;
  ids: string[];
  changes: number;
  seconds: number;
}

async function tellAll(
  { db, url }: DrillDatabase,
  { workspaceId, secret, data, ids, changes, seconds }: Telling,
  tally: Tally,
): Promise<void> {
  const server = await BatonServer.start({ DATABASE_URL: url, BATON_DATA_DIR: data, BATON_SECRET_KEY: secret });
  try {
    const vendor = new WebhookVendor({ url: `${server.at}/api/webhook/${workspaceId}/${SYNCED}`, secret: SECRET, ids, each: EACH });
    await vendor.tell(changes / EACH, seconds);
    const { told } = vendor;
    const taken = told.filter((one) => one.taken).length;
    const receipts = await countOf(db, 'select count(*)::int as count from webhook_receipt where workspace_id = $1', workspaceId);
    const words = `${changes} changes a second for ${seconds} s in messages of ${EACH}: ${told.length} messages`;
    count(
      tally,
      told.length > 0 && taken === told.length,
      `${words}, ${told.length - taken} not taken, ${again(told)} taken at a later try`,
    );
    count(tally, receipts === taken, `${receipts} receipts of ${taken} messages taken`);
    const p95 = quantile(
      told.map(({ milliseconds }) => milliseconds),
      0.95,
    );
    count(tally, p95 <= SOON, `answered within ${p95.toFixed(0)} ms, 95 % of them (at most ${SOON})`);
    count(tally, await allRead(db, workspaceId), `what was named has been read within ${READ_WITHIN / 1000} s`);
    count(tally, server.ended.length === 0 && server.fatal.length === 0, `the process ended ${server.ended.length} times`);
  } finally {
    await server.stop();
  }
}

const again = (told: WebhookVendor['told']) => told.filter(({ tries, taken }) => taken && tries > 1).length;

async function allRead(db: DataSource, workspaceId: string): Promise<boolean> {
  const until = performance.now() + READ_WITHIN;
  const queued = () => countOf(db, 'select count(*)::int as count from webhook_change where workspace_id = $1', workspaceId);
  while (performance.now() < until && (await queued()) > 0) await wait(500);
  return (await queued()) === 0;
}

async function countOf(db: DataSource, sql: string, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(sql, [workspaceId]);
  return row?.count ?? 0;
}
