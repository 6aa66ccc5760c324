import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { hubspotExercise } from '../../etl/sandbox/hubspot/exercise.js';
import { syntheticWorkspace } from '../bench/kpi-handoffs.js';
import { openMailbox } from '../mailbox.js';
import { withDatabase } from './drill-database.js';
import { everyMinute } from './fault/rig.js';
import { count, type Tally } from './report.js';
import { BatonServer, freePort } from './running/baton-server.js';
import { KeptSyncing } from './running/kept-syncing.js';
import { OpenLoad } from './running/open-load.js';
import { type SignedInAt, signInto } from './running/signed-in.js';
import { judgeReadings } from './soak/judge.js';
import { overloaded } from './soak/overload.js';
import { type Reading, read } from './soak/reading.js';
import { SOAKED } from './soak/soaked.js';

const PER_SECOND = 10;
const HANDOFFS = 10_000;
const DEALS = 300;
const EVERY_MS = 10_000;

/** `soak [--minutes N]`: people, syncs and mails for as long; what grows? Then five times as many people as usual. */
export async function drillSoak(minutes: number): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  await withDatabase(({ db, url }) => onServer({ db, url, minutes }, tally));
  return tally;
}

async function onServer({ db, url, minutes }: { db: DataSource; url: string; minutes: number }, tally: Tally): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'baton-soak-'));
  const mailbox = await openMailbox();
  const { id: workspaceId } = await syntheticWorkspace(db, { count: HANDOFFS, until: new Date() });
  await everyMinute(db, workspaceId);
  const syncing = await KeptSyncing.connect(db, hubspotExercise, { workspaceId, records: DEALS });
  const metricsPort = await freePort();
  const server = await BatonServer.start({
    ...{ DATABASE_URL: url, BATON_DATA_DIR: data, BATON_SECRET_KEY: syncing.secret, SMTP_URL: mailbox.url },
    BATON_METRICS_PORT: String(metricsPort),
  });
  try {
    const session = await signInto(server.at, db, workspaceId);
    const look = () => read({ server, db, metrics: `http://127.0.0.1:${metricsPort}/metrics` });
    const readings = await soak({ session, syncing, look, minutes });
    console.log(`mails kept: ${mailbox.mails.length}; syncs: ${await syncing.end()}`);
    judgeReadings(readings, tally);
    await overloaded({ session, look, perSecond: PER_SECOND }, tally);
    count(
      tally,
      server.ended.length === 0 && server.fatal.length === 0,
      `the process ended ${server.ended.length} times, ${server.fatal.length} errors that nobody caught`,
    );
  } finally {
    await server.stop();
    await Promise.all([syncing.close(), mailbox.close()]);
    await rm(data, { recursive: true, force: true });
  }
}

interface Soaking {
  session: SignedInAt;
  syncing: KeptSyncing;
  look: () => Promise<Reading>;
  minutes: number;
}

async function soak({ session, syncing, look, minutes }: Soaking): Promise<Reading[]> {
  const load = new OpenLoad(session, SOAKED);
  const readings: Reading[] = [];
  syncing.begin(session);
  load.run(PER_SECOND);
  for (const until = performance.now() + minutes * 60_000; performance.now() < until; ) {
    await wait(EVERY_MS);
    readings.push(await look());
  }
  await load.stop();
  return readings;
}
