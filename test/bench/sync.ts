import { parseArgs } from 'node:util';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { StreamKey } from '../../etl/sync/cursor.js';
import { readPage } from '../../etl/sync/page-record.js';
import { writePage } from '../../etl/sync/write-page.js';
import { within } from '../../etl/warehouse/index.js';
import { withDatabases } from './bench-database.js';
import { Stopwatch } from './stopwatch.js';
import { fetchAll } from './sync-fetch.js';
import { measureMemory } from './sync-memory.js';
import { type Pool, stretches } from './sync-payloads.js';
import { encoded, plainCopy, rowsOf, typeormUpsert } from './sync-peers.js';
import { openRun } from './sync-run.js';

const NOW = new Date('2026-06-01T00:00:00Z');

/** The stand-in's company has about twenty records for each of these: 100,000 in all. */
const WON_DEALS = 5_000;

/** TypeORM gets one stretch in so many: at its speed all of them would take too long. */
const UPSERT_EVERY = 20;

/**
 * `sync [--rows N]`: records in memory into an empty Postgres, and again with 1 % changed, against COPY of the same rows.
 * With `--memory` only the writing, and what memory it takes.
 */
export async function runSyncBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rows: { type: 'string', default: '1000000' }, memory: { type: 'boolean', default: false } },
  });
  const fetched = await fetchAll({ wonDeals: WON_DEALS, until: NOW });
  tell('fetching', { records: fetched.count, milliseconds: fetched.milliseconds }, 'HTTP and JSON of the stand-in, its limits lifted');
  if (values.memory) return await measureMemory(fetched.pools, { count: Number(values.rows), at: NOW });
  await withDatabases(['ours', 'peer', 'orm'], async ([ours, peer, orm]) => {
    if (!ours || !peer || !orm) throw new Error('a database is missing');
    const client = new pg.Client(peer.url);
    await client.connect();
    const bench: Bench = { ours: ours.db, served: ours.served, orm: orm.db, client, pools: fetched.pools, count: Number(values.rows) };
    await measure(bench).finally(() => client.end());
  });
}

interface Bench {
  ours: DataSource;
  served: DataSource;
  orm: DataSource;
  client: pg.Client;
  pools: Pool[];
  count: number;
}

async function measure(bench: Bench): Promise<void> {
  const { ours, count } = bench;
  const { workspaceId, lease } = await openRun(ours, NOW);
  const first = await load(bench, { workspaceId, runId: lease.runId, changed: false });
  report('first load', count, first);
  const again = await load(bench, { workspaceId, runId: lease.runId, changed: true });
  report('again, 1 % changed', count, again);
  console.log(`peak memory of this process, the peers' rows included: ${(first.watch.peakBytes / 1e6).toFixed(0)} MB`);
  console.log(`ratio: ${(first.watch.of('copy') / first.watch.of('write')).toFixed(2)}`);
  await lease.end({ at: NOW, outcome: 'succeeded', errorKind: null, error: null });
}

interface Load {
  watch: Stopwatch;
  rows: number;
  written: number;
  upserted: number;
}

async function load(
  bench: Bench,
  { workspaceId, runId, changed }: { workspaceId: string; runId: string; changed: boolean },
): Promise<Load> {
  const done: Load = { watch: new Stopwatch(), rows: 0, written: 0, upserted: 0 };
  let turn = 0;
  for (const { stream, payloads } of stretches(bench.pools, { count: bench.count, changed })) {
    const key: StreamKey = { workspaceId, sourceId: 'crm', stream: stream.name };
    const text = JSON.stringify(payloads);
    const page = await done.watch.time('parse', () => readPage(stream, JSON.parse(text) as unknown[]));
    const peers = changed ? null : rowsOf(key, page.accepted, NOW);
    const written = { ...key, runId, page, position: { after: `${turn}` }, at: NOW };
    const ours = () => within(workspaceId, () => writePage(bench.served, written));
    done.written += (await done.watch.time('write', ours)).writtenCount;
    if (peers) await runPeers(bench, done, { peers, upsert: turn % UPSERT_EVERY === 0 });
    if (peers && turn % UPSERT_EVERY === 0) done.upserted += payloads.length;
    turn += 1;
  }
  return done;
}

async function runPeers(
  { ours, orm, client }: Bench,
  done: Load,
  { peers, upsert }: { peers: ReturnType<typeof rowsOf>; upsert: boolean },
) {
  const copies = await done.watch.time('encode', () => encoded(ours, peers));
  done.rows += copies.reduce((sum, { count }) => sum + count, 0);
  await done.watch.time('copy', () => plainCopy(client, copies));
  if (upsert) await done.watch.time('upsert', () => typeormUpsert(orm, peers));
}

function report(name: string, records: number, { watch, rows, written, upserted }: Load): void {
  console.log(`${name}: ${records} records, ${written} written${rows > 0 ? `, ${rows} rows` : ''}`);
  tell('  parsing and mapping', { records, milliseconds: watch.of('parse') }, 'from JSON text in memory, with the hash');
  tell('  writing', { records, milliseconds: watch.of('write') }, 'pages with cursor, from records in memory');
  if (rows === 0) return;
  tell('  plain COPY', { records, milliseconds: watch.of('copy') }, 'the same rows, encoded before');
  tell('  encoding for it', { records, milliseconds: watch.of('encode') }, '');
  tell('  TypeORM upsert', { records: upserted, milliseconds: watch.of('upsert') }, `${upserted} of the records`);
}

function tell(what: string, { records, milliseconds }: { records: number; milliseconds: number }, how: string): void {
  const rate = Math.round((records / milliseconds) * 1000);
  console.log(`${what}: ${rate} records/s (${(milliseconds / 1000).toFixed(1)} s${how && `; ${how}`})`);
}
