import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { database, startEmbedded, type Workspace } from '../../etl/warehouse/index.js';
import { Snapshots } from '../../server/handoff/snapshot.js';
import { Clock } from '../../server/http/clock.js';
import { KpiAnswers } from '../../server/kpi/answer.js';
import { kpiQuery } from '../../server/kpi/kpi.schema.js';
import { type Grouping, groupBy, SHAPES } from './kpi-group-by.js';
import { syntheticWorkspace } from './kpi-handoffs.js';

const NOW = new Date('2026-06-15T09:00:00Z');

/** Runs that are not counted: the compiler is still at work. */
const WARM_UP = 20;

/** The peer takes so long that it runs after every tenth of ours. */
const PEER_EVERY = 10;

/** What is asked: all KPIs, 24 months, one breakdown. */
const QUESTIONS: { name: string; filters: Grouping['filters'] }[] = [
  { name: 'no filter', filters: [] },
  {
    name: 'two filters',
    filters: [
      { dimension: 'segment', values: ['enterprise'] },
      { dimension: 'region', values: ['EMEA', 'APAC'] },
    ],
  },
  { name: 'one CSM', filters: [{ dimension: 'csm', values: ['CSM 7'] }] },
];

/** `kpi [--handoffs N] [--runs N]`: all KPIs from columns against the same counts by GROUP BY. */
export async function runKpi(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { handoffs: { type: 'string', default: '100000' }, runs: { type: 'string', default: '60' } },
  });
  const directory = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  await chmod(directory, 0o755);
  const server = await startEmbedded(directory);
  const db = database(server.url, { statementLimit: 600_000 });
  try {
    await db.initialize();
    await db.runMigrations();
    const workspace = await syntheticWorkspace(db, { count: Number(values.handoffs), until: NOW });
    await measureSnapshot(db, workspace);
    await measureQuestions(db, workspace, Number(values.runs));
  } finally {
    await db.destroy();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureSnapshot(db: DataSource, { id }: Workspace): Promise<void> {
  const loads = [];
  for (let run = 0; run < 3; run++) loads.push(await timed(() => new Snapshots(db).of(id)));
  const snapshots = new Snapshots(db);
  const snapshot = await snapshots.of(id);
  const size = snapshot.bytes / snapshot.count;
  console.log(`snapshot: ${snapshot.count} handoffs, load ${median(loads).toFixed(0)} ms, ${size.toFixed(1)} bytes a handoff`);
  await db.query(`update handoff set revision = 2 where workspace_id = $1 and hashtext(id) % 100 = 0`, [id]);
  await db.query(`update workspace set revision = 2 where id = $1`, [id]);
  console.log(`snapshot: catching up with 1 % changed ${(await timed(() => snapshots.of(id))).toFixed(0)} ms`);
}

async function measureQuestions(db: DataSource, workspace: Workspace, runs: number): Promise<void> {
  const answers = new KpiAnswers(db, new Snapshots(db), new Clock(() => NOW));
  const months = Array.from({ length: 25 }, (_, month) => new Date(Date.UTC(2024, 6 + month, 1)));
  const ratios: number[] = [];
  for (const { name, filters } of QUESTIONS) {
    const filter = filters.flatMap(({ dimension, values }) => values.map((value) => `${dimension}:${value ?? ''}`));
    const query = kpiQuery.parse({ by: 'industry', filter });
    const asked: Grouping = { workspaceId: workspace.id, asOf: NOW, until: NOW, filters, by: 'industry', cuts: months };
    const [ours, peers, busy]: [number[], number[], number[]] = [[], [], []];
    for (let run = -WARM_UP; run < runs; run++) {
      const before = process.cpuUsage();
      const one = await timed(() => answers.all(workspace, query));
      const { user, system } = process.cpuUsage(before);
      if (run < 0) continue;
      busy.push((user + system) / 1000);
      ours.push(one);
      if (run % PEER_EVERY === 0) peers.push(await timed(() => grouped(db, asked)));
    }
    ratios.push(median(ours) / median(peers));
    console.log(
      `${name}: columns ${median(ours).toFixed(1)} ms (${median(busy).toFixed(1)} ms of processor time); GROUP BY ${median(peers).toFixed(0)} ms`,
    );
  }
  console.log(`ratio: ${(ratios[0] ?? Number.NaN).toFixed(4)}`);
}

/** One statement for each KPI; their cells hold both the trend and the breakdown. */
async function grouped(db: DataSource, asked: Grouping): Promise<void> {
  for (const kpi of Object.keys(SHAPES)) await groupBy(db, kpi, asked);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
