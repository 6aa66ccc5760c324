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
/** How many pages a worker lives for on the average, at least: a new one has lists to read before its first. */
const PAGES_LIVED = 1.5;
/** By how much the next may live longer when one has stored nothing. */
const LONGER = 1.3;

/** Kills worker after worker at random moments of a long sync, of another one when it is done; each must leave what one undisturbed worker leaves. */
export async function drillKills({ deals, kills, seed }: KillOptions): Promise<Tally> {
  await withDatabase(async ({ db, url }) => {
    const played = await rehearse(hubspotExercise, { records: deals });
    try {
      const calm = await connect(db, hubspotExercise, played);
      const longest = await longestLife(calm, url, kills);
      const random = new Random(seed);
      for (let killed = 0; killed < kills; ) {
        const life = await connect(db, hubspotExercise, played);
        const work = await killUntilRead(life, { url, kills: kills - killed, longest, random });
        killed += work.killed;
        await judge(life, calm, work);
      }
    } finally {
      await played.rehearsal.close();
    }
  });
  return { passed: 1, failed: 0 };
}

/** So long that the kills fill one sync, and never so short that no worker stores a page. */
async function longestLife(calm: Life, url: string, kills: number): Promise<number> {
  const milliseconds = await undisturbed(calm, url);
  const pages = (await storedCount(calm)) / PAGE;
  return 2 * Math.max(milliseconds / kills, PAGES_LIVED * (milliseconds / pages));
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
  /** Whether the sync came to its end before the next kill. */
  read: boolean;
}

interface Killing {
  url: string;
  kills: number;
  /** Milliseconds that a worker lives at most, its start left out. */
  longest: number;
  random: Random;
}

async function killUntilRead(life: Life, { url, kills, longest, random }: Killing): Promise<Work> {
  let reach = longest;
  let before = 0;
  for (let killed = 0; killed < kills; ) {
    const child = startChild(life, { url, crashAt: null });
    await Promise.race([child.ready, child.ended]);
    await Promise.race([wait(random.between(0, reach)), child.ended]);
    child.process.kill('SIGKILL');
    const { signal, code, said } = await child.ended;
    await stopHeart(life);
    if (signal === 'SIGKILL') killed += 1;
    else must(code === 0, `a worker ended with ${code}: ${said.slice(0, 300)}`);
    if (signal !== 'SIGKILL') return { killed, read: true };
    const stored = await storedCount(life);
    // Where all die before the next page, the kills would fall on one and the same moment of the sync.
    reach = stored > before ? longest : reach * LONGER;
    before = stored;
    if (killed % 20 === 0) console.log(`${killed} kills: ${stored} records`);
  }
  return { killed: kills, read: false };
}

/** Every worker may read a page again, and no record is written twice. */
async function judge(life: Life, calm: Life, { killed, read }: Work): Promise<void> {
  if (!read) mustSucceed(await life.sync(), 'last run');
  mustEqual(await hashesOf(life), await hashesOf(calm), 'those of the undisturbed run');
  const [mine, wanted] = [await counts(life), await counts(calm)];
  const again = Math.max(0, mine.read - wanted.read);
  console.log(
    `${killed} kills in one sync: equal tables, ${mine.written} records counted as written for ${wanted.written}, ${again} as read again (a page is ${PAGE})`,
  );
  must(mine.written <= wanted.written, 'records were written twice');
  must(again <= (killed + 1) * PAGE, `${again} records were read again after ${killed} kills`);
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
