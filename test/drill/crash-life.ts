import type { Exercise } from '../../etl/sandbox/stand-in/exercise.js';
import type { Progress } from '../../etl/sync/run.js';
import { type ChildRun, startChild, stopHeart } from './child-process.js';
import { everyHours } from './conformance/reading.js';
import type { DrillDatabase } from './drill-database.js';
import { connect, hashesOf, type Life, rehearse } from './life.js';
import { must, mustSucceed } from './must.js';

/** Which passing of a point in which run: the first load, or the increment with all that is due beside it. */
export interface Crash {
  at: string;
  run: 'first' | 'second';
}

export interface Lived {
  /** Null when the point was never passed. */
  hashes: Record<string, string> | null;
  /** Records read by all runs, by stream. */
  read: Map<string, number>;
  /** The most records of one page, by stream. */
  page: Map<string, number>;
  /** Whether its credentials were replaced in any run. */
  rotated: boolean;
  /** Streams whose cursor stood somewhere when the worker was killed, so that no more than a page may be read again. */
  resumable: Set<string>;
}

/** A source from its first load to an increment in which records changed and went, with at most one crash on the way. */
export async function live(given: DrillDatabase, exercise: Exercise, crash: Crash | null): Promise<Lived> {
  const played = await rehearse(exercise, { records: exercise.pageSize === null ? 25 : 2 * exercise.pageSize + 3 });
  try {
    const life = await connect(given.db, exercise, played);
    return await twoRuns(life, given.url, crash);
  } finally {
    await played.rehearsal.close();
  }
}

async function twoRuns(life: Life, url: string, crash: Crash | null): Promise<Lived> {
  const lived: Lived = { hashes: null, read: new Map(), page: new Map(), rotated: false, resumable: new Set() };
  const sealed = await sealedOf(life);
  for (const run of ['first', 'second'] as const) {
    if (run === 'second') await meanwhile(life);
    if (crash?.run === run && !(await killed(life, { url, at: crash.at, lived }))) return lived;
    const pages = pageCounter(lived.page);
    mustSucceed(await life.sync({ onProgress: pages }), `${run} run`);
  }
  const rotated = (await sealedOf(life)) !== sealed;
  return { ...lived, rotated, read: await readCounts(life), hashes: await hashesOf(life) };
}

/** Some change, some go, one was rejected by mistake, and every slow pass becomes due. */
async function meanwhile(life: Life): Promise<void> {
  const { rehearsal, clock, exercise, db, workspaceId } = life;
  clock.later();
  const ids = rehearsal.ids();
  if (!exercise.lacking.change) await rehearsal.change(ids.slice(4, 9));
  if (!exercise.lacking.delete) await rehearsal.remove(ids.slice(0, 2));
  await db.query(
    `insert into rejected_record (workspace_id, source_id, stream, external_id, reason, payload, first_read_at, last_read_at)
    select workspace_id, source_id, stream, external_id, 'a mapping that was mended since', payload, read_at, read_at
    from record where workspace_id = $1 and stream = $2 order by external_id desc limit 1`,
    [workspaceId, exercise.stream],
  );
  clock.later(60 * Math.max(1, ...(await everyHours(life))));
}

/** False when the worker ended without passing the point. */
async function killed(life: Life, { url, at, lived }: { url: string; at: string; lived: Lived }): Promise<boolean> {
  const child: ChildRun = startChild(life, { url, crashAt: at });
  const { signal, code, said } = await child.ended;
  must(signal === 'SIGKILL' || code === 0, `the worker ended with ${code ?? signal}: ${said.slice(0, 200)}`);
  if (signal !== 'SIGKILL') return false;
  const rows: { stream: string }[] = await life.db.query(
    `select stream from cursor where workspace_id = $1 and jsonb_typeof(position) <> 'null'`,
    [life.workspaceId],
  );
  lived.resumable = new Set(rows.map(({ stream }) => stream));
  await stopHeart(life);
  return true;
}

function pageCounter(page: Map<string, number>) {
  const before = new Map<string, number>();
  return ({ stream, readCount }: Progress): void => {
    const count = readCount - (before.get(stream) ?? 0);
    before.set(stream, readCount);
    page.set(stream, Math.max(page.get(stream) ?? 0, count));
  };
}

async function readCounts({ db, workspaceId }: Life): Promise<Map<string, number>> {
  const rows: { stream: string; count: number }[] = await db.query(
    `select stream, sum(read_count)::int as count from stream_run where workspace_id = $1 group by stream`,
    [workspaceId],
  );
  return new Map(rows.map(({ stream, count }) => [stream, count]));
}

async function sealedOf({ db, workspaceId }: Life): Promise<string | undefined> {
  const [row]: { sealed: string }[] = await db.query(`select encode(credentials, 'hex') as sealed from source where workspace_id = $1`, [
    workspaceId,
  ]);
  return row?.sealed;
}
