import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../../etl/sandbox/company/random.js';
import { hubspotExercise } from '../../etl/sandbox/hubspot/exercise.js';
import { startChild, stopHeart } from './child-process.js';
import { withDatabase } from './drill-database.js';
import { connect, hashesOf, type Life, rehearse } from './life.js';
import { must, mustEqual, mustSucceed } from './must.js';
import type { Tally } from './report.js';

export interface KillOptions {
  deals: number;
  kills: number;
  seed: number;
}

/** HubSpot's streams gather this many records before they are written with their cursor. */
const PAGE = 500;

/** Kills worker after worker at random moments of one long sync; what they leave must be what one undisturbed worker leaves. */
export async function drillKills({ deals, kills, seed }: KillOptions): Promise<Tally> {
  await withDatabase(async ({ db, url }) => {
    const played = await rehearse(hubspotExercise, { records: deals });
    try {
      const calm = await connect(db, hubspotExercise, played);
      const milliseconds = await undisturbed(calm, url);
      const life = await connect(db, hubspotExercise, played);
      // A little less than would let the last kill meet the end.
      const mean = (0.8 * milliseconds) / kills;
      const work = await killAll(life, { url, kills, longest: 2 * mean, random: new Random(seed) });
      mustSucceed(await life.sync(), 'last run');
      mustEqual(await hashesOf(life), await hashesOf(calm), 'those of the undisturbed run');
      await judgeWork(life, calm, work);
    } finally {
      await played.rehearsal.close();
    }
  });
  return { passed: 1, failed: 0 };
}

/** How long one worker takes, its start left out. */
async function undisturbed(calm: Life, url: string): Promise<number> {
  const child = startChild(calm, { url, crashAt: null });
  await child.ready;
  const before = performance.now();
  const { code, said } = await child.ended;
  must(code === 0, `the undisturbed worker ended with ${code}: ${said}`);
  const milliseconds = performance.now() - before;
  console.log(`undisturbed: ${await storedCount(calm)} records in ${(milliseconds / 1000).toFixed(1)} s`);
  return milliseconds;
}

interface Work {
  killed: number;
  /** Workers that came to the end of the sync before their kill. */
  finished: number;
}

interface Killing {
  url: string;
  kills: number;
  /** Milliseconds that a worker lives at most, its start left out. */
  longest: number;
  random: Random;
}

async function killAll(life: Life, { url, kills, longest, random }: Killing): Promise<Work> {
  const work: Work = { killed: 0, finished: 0 };
  while (work.killed < kills) {
    const child = startChild(life, { url, crashAt: null });
    await Promise.race([child.ready, child.ended]);
    await Promise.race([wait(random.between(0, longest)), child.ended]);
    child.process.kill('SIGKILL');
    const { signal, code, said } = await child.ended;
    if (signal === 'SIGKILL') work.killed += 1;
    else work.finished += 1;
    must(signal === 'SIGKILL' || code === 0, `a worker ended with ${code}: ${said.slice(0, 300)}`);
    await stopHeart(life);
    if (signal === 'SIGKILL' && work.killed % 20 === 0) console.log(`${work.killed} kills: ${await storedCount(life)} records`);
  }
  return work;
}

/** Every run may read a page again, and no record is written twice. */
async function judgeWork(life: Life, calm: Life, { killed, finished }: Work): Promise<void> {
  const [mine, wanted] = [await counts(life), await counts(calm)];
  const again = Math.max(0, mine.read - wanted.read);
  console.log(
    `${killed} kills, ${finished} workers at the end before theirs: equal tables, ${mine.written} records written for ${wanted.written}, ${again} read again (${(again / killed).toFixed(0)} a kill; a page is ${PAGE})`,
  );
  must(mine.written <= wanted.written, 'records were written twice');
  must(again <= (killed + finished + 1) * PAGE, `${again} records were read again after ${killed} kills`);
}

async function counts({ db, workspaceId }: Life): Promise<{ read: number; written: number }> {
  const [row]: { read: number; written: number }[] = await db.query(
    `select sum(read_count)::int as read, sum(written_count)::int as written from stream_run where workspace_id = $1`,
    [workspaceId],
  );
  return row ?? { read: 0, written: 0 };
}

async function storedCount({ db, workspaceId }: Life): Promise<number> {
  const [row]: { count: number }[] = await db.query(`select count(*)::int as count from record where workspace_id = $1`, [workspaceId]);
  return row?.count ?? 0;
}
