import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { hubspotExercise } from '../../etl/sandbox/hubspot/exercise.js';
import { BatonServer } from '../drill/running/baton-server.js';
import { KeptSyncing } from '../drill/running/kept-syncing.js';
import { type Arrival, endsOf, OpenLoad } from '../drill/running/open-load.js';
import { signInto } from '../drill/running/signed-in.js';
import { withDatabases } from './bench-database.js';
import { syntheticWorkspace } from './kpi-handoffs.js';
import { quantile } from './timing.js';
import { MIX } from './users-at-work.js';

const options = {
  handoffs: { type: 'string', default: '100000' },
  rate: { type: 'string', default: '50' },
  seconds: { type: 'string', default: '600' },
  deals: { type: 'string', default: '1000' },
  fresh: { type: 'string', default: '10' },
} as const;

/** Milliseconds between a start and the first question, in which columns are read and the risk is learnt ahead. */
const READ_AHEAD = 20_000;

const METRICS_TOKEN = randomBytes(16).toString('hex');

/** `load [--handoffs N] [--rate N] [--seconds N] [--fresh SECONDS]`: requests that arrive at the built server whether or not it has answered others, while it reads a source of the same workspace over and over. */
export async function runLoad(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  process.env.BATON_ALLOW_HOSTS ??= '127.0.0.0/8,[::1],localhost';
  const data = await mkdtemp(join(tmpdir(), 'baton-load-'));
  await withDatabases(['load'], async ([on]) => {
    if (!on) return;
    const workspace = await syntheticWorkspace(on.db, { count: Number(values.handoffs), until: new Date() });
    const syncing = await KeptSyncing.connect(on.db, hubspotExercise, { workspaceId: workspace.id, records: Number(values.deals) });
    // Whose columns are read ahead is told by the sessions of before.
    const env = { DATABASE_URL: on.url, BATON_DATA_DIR: data, BATON_SECRET_KEY: syncing.secret, BATON_SAMPLE: 'off' };
    Object.assign(env, { BATON_FRESH_WITHIN: values.fresh, BATON_METRICS_TOKEN: METRICS_TOKEN });
    const before = await BatonServer.start(env);
    await signInto(before.at, on.db, workspace.id);
    await before.stop();
    const server = await BatonServer.start(env);
    try {
      const session = await signInto(server.at, on.db, workspace.id);
      await wait(READ_AHEAD);
      await tellFirst(session);
      const load = new OpenLoad(session, MIX);
      syncing.begin(session);
      const used = await server.cpuSeconds();
      load.run(Number(values.rate));
      await wait(Number(values.seconds) * 1000);
      await load.stop();
      const answers = await answersOf(server.at);
      const runs = await syncing.end();
      tellAll(load.arrivals, {
        ...values,
        runs,
        answers,
        cpu: (await server.cpuSeconds()) - used,
        fatal: server.fatal.length,
        ended: server.ended.length,
      });
    } finally {
      await server.stop();
      await syncing.close();
    }
  });
  await rm(data, { recursive: true, force: true });
}

async function tellFirst({ at, headers }: { at: string; headers: Record<string, string> }): Promise<void> {
  const start = performance.now();
  const { status } = await fetch(`${at}/api/kpi`, { headers });
  console.log(`the first question after a start: ${(performance.now() - start).toFixed(0)} ms (${status})`);
}

/** How the answers over the columns came about, in words. */
async function answersOf(at: string): Promise<string> {
  const metrics = await (await fetch(`${at}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })).text();
  const of = (name: string) => new RegExp(`^${name} (\\d+)`, 'm').exec(metrics)?.[1] ?? '0';
  const how = (word: string) => of(`baton_counted_answers_total\\{how="${word}"\\}`);
  return `${how('counted')} counted, ${how('kept')} kept, ${of('baton_earlier_answers_total')} of the moment before`;
}

interface Told {
  handoffs: string;
  rate: string;
  seconds: string;
  runs: string;
  answers: string;
  /** Seconds of processor. */
  cpu: number;
  fatal: number;
  ended: number;
}

function tellAll(arrivals: readonly Arrival[], { handoffs, rate, seconds, runs, answers, cpu, fatal, ended }: Told): void {
  console.log(`${rate} arrivals a second for ${seconds} s on ${handoffs} handoffs, with a sync running: ${runs}`);
  tell('all', arrivals);
  for (const { kind } of MIX)
    tell(
      kind,
      arrivals.filter((arrival) => arrival.kind === kind),
    );
  console.log(
    `the server used ${cpu.toFixed(1)} s of processor, ${((cpu * 1000) / arrivals.length).toFixed(1)} ms a request, the sync included`,
  );
  console.log(`answers since the start: ${answers}`);
  console.log(`errors: ${endsOf(arrivals)}; nobody caught: ${fatal}; the process ended: ${ended} times`);
}

function tell(what: string, arrivals: readonly Arrival[]): void {
  const times = arrivals.map(({ milliseconds }) => milliseconds);
  const [p50, p95, p99, most] = [0.5, 0.95, 0.99, 1].map((p) => quantile(times, p).toFixed(0).padStart(6));
  const errors = arrivals.filter(({ end }) => end !== '200').length;
  console.log(
    `${what.padEnd(26)} ${String(arrivals.length).padStart(6)} requests  p50 ${p50}  p95 ${p95}  p99 ${p99}  max ${most} ms  ${errors} errors`,
  );
}
