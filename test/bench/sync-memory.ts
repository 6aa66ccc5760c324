import { readPage } from '../../etl/sync/page-record.js';
import { writePage } from '../../etl/sync/write-page.js';
import { withDatabases } from './bench-database.js';
import { type Pool, stretches } from './sync-payloads.js';
import { openRun } from './sync-run.js';

/** A line is printed after each of so many records. */
const TOLD_EVERY = 500_000;

/** Parses, maps and writes `count` records page after page, and tells how much memory the process holds on the way. */
export async function measureMemory(pools: Pool[], { count, at }: { count: number; at: Date }): Promise<void> {
  await withDatabases(['ours'], async ([ours]) => {
    if (!ours) throw new Error('the database is missing');
    const { workspaceId, lease } = await openRun(ours.db, at);
    const start = performance.now();
    let [done, peak] = [0, 0];
    for (const { stream, payloads } of stretches(pools, { count })) {
      const page = readPage(stream, JSON.parse(JSON.stringify(payloads)) as unknown[]);
      const key = { workspaceId, sourceId: 'crm', stream: stream.name, runId: lease.runId };
      await writePage(ours.db, { ...key, page, position: { after: `${done}` }, at });
      peak = Math.max(peak, process.memoryUsage.rss());
      done += payloads.length;
      if (done % TOLD_EVERY < payloads.length) tell(done, performance.now() - start);
    }
    await lease.end({ at, outcome: 'succeeded', errorKind: null, error: null });
    console.log(`peak memory over ${done} records: ${(peak / 1e6).toFixed(0)} MB`);
  });
}

function tell(done: number, milliseconds: number): void {
  const rate = Math.round((done / milliseconds) * 1000);
  console.log(`${done} records, ${rate} a second, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
}
