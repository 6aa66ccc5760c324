import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { within } from '../../etl/warehouse/index.js';
import { hasAdmin } from '../access/login/logins.js';
import { currentWorkspace, ownWorkspace } from '../access/workspaces.js';
import { createApp } from '../app.js';
import { Counter } from '../counting/counter.js';
import { Installation } from '../http/installation.js';
import { Metrics } from '../http/metrics.js';
import { ensureFirstReport } from '../report/reports.js';
import type { Sample } from '../source/sample.js';
import { SourceSchedule } from '../source/schedule.js';
import { announce, publicUrlOf, signInLink } from './address.js';
import type { Door } from './door.js';
import { openMetricsDoor } from './metrics-door.js';
import { type Ground, openGround } from './open.js';
import { readAhead } from './read-ahead.js';
import { beginSample } from './sample.js';
import { say } from './say.js';
import type { Settings } from './settings.js';
import { aborted } from './stop.js';
import { stopServing } from './stop-serving.js';

const PACKAGE = new URL('../../../package.json', import.meta.url);
const DASHBOARD = fileURLToPath(new URL('../../dashboard', import.meta.url));

/** Opens the database, serves until the signal, and leaves nothing running. */
export async function serve(settings: Settings, door: Door, signal: AbortSignal): Promise<void> {
  const ground = await openGround(settings);
  try {
    await serveOn(ground, door, signal);
  } finally {
    await ground.close();
  }
}

async function serveOn(ground: Ground, door: Door, signal: AbortSignal): Promise<void> {
  const { db, longWork, ownerUrl, settings, keys, clock, log } = ground;
  const { dataDirectory, countBeside, freshWithin, entrance, trustedProxy } = settings;
  const publicUrl = publicUrlOf(settings, door.port);
  const installation = new Installation({ dataDirectory, ...keys, publicUrl, entrance });
  const app = await createApp({
    db,
    longWork,
    ownerUrl,
    installation,
    clock,
    log,
    dashboardDirectory: DASHBOARD,
    countBeside,
    freshWithin,
    walls: { trustedProxy },
  });
  const closeMetrics = await watch(app.get(Metrics), settings);
  door.open(app.getHttpAdapter().getInstance());
  const forget = await announce(settings, publicUrl);
  say(`Baton listens on ${publicUrl}, with its data in ${ground.name}.`);
  let sample: Sample | null = null;
  try {
    void readAhead({ db, counter: app.get(Counter), log }, signal);
    sample = await beginSample(ground, signal);
    app.get(SourceSchedule).start({ sample: sample !== null });
    if (!signal.aborted) await welcome(ground, publicUrl);
    await aborted(signal);
    say('Stopping ...');
  } finally {
    await forget();
    await stopServing(app, door);
    await closeMetrics();
    await sample?.close();
  }
}

/** Answers how the metrics' own door is closed. */
async function watch(metrics: Metrics, settings: Settings): Promise<() => Promise<void>> {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  metrics.watchProcess(version);
  return settings.metrics ? openMetricsDoor(metrics, settings.metrics) : async () => {};
}

async function welcome({ db, settings, clock }: Ground, url: string): Promise<void> {
  const now = clock.now();
  const workspace = (await currentWorkspace(db)) ?? (await ownWorkspace(db, settings, now));
  await within(workspace.id, () => ensureFirstReport(db, workspace, now));
  if (!workspace.sample && (await hasAdmin(db, workspace.id))) say(`\nSign in at ${url}\n`);
  else {
    say(`\nSign in with this link. It works once, within 24 hours; \`npm run baton -- link\` prints another.\n`);
    say(`  ${await signInLink(db, url, { workspaceId: workspace.id, now })}\n`);
  }
  say('Ctrl-C stops Baton.');
}
