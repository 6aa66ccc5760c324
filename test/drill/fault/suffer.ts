import { setTimeout as wait } from 'node:timers/promises';
import { mustEqual } from '../must.js';
import { isRunning, SYNCED } from '../running/kept-syncing.js';
import { type Arrival, endsOf, type OpenLoad } from '../running/open-load.js';
import { ask, type SignedInAt, signInto } from '../running/signed-in.js';
import type { Fault, Rig } from './fault.js';
import { KeptWriting } from './kept-writing.js';
import { hashesIn, newlyConnected, type WorkedRig } from './rig.js';

/** Once nothing has failed for so many milliseconds, it has recovered. */
const CALM = 2_500;
const MOST_RECOVERY = 45_000;
const MOST_SYNCING = 90_000;
/** A run that is open for longer after a fault belongs to a process that is gone. */
const MOST_RUN = 15_000;

export interface Suffered {
  requests: number;
  /** How requests ended while the fault lasted and until it was over. */
  ends: string;
  /** Seconds from the end of the fault until all is answered again; null when that never came. */
  recovery: number | null;
  /** What became of what was written and read while it lasted, in words; null when the fault says nothing of it. */
  words: string | null;
  /** What is not as the fault says it is. */
  wrong: string[];
  /** Why the facts are not what an undisturbed sync leaves; null when they are. */
  facts: string | null;
  /** How often the process ended. */
  ended: number;
  /** What nobody caught. */
  fatal: string[];
}

/** Lets a fault begin under way of a sync and of people at work, ends it, and looks what is left. */
export async function suffer(rig: WorkedRig, fault: Fault, load: OpenLoad): Promise<Suffered> {
  const workspaceId = await newlyConnected(rig);
  const before = { fatal: rig.server.fatal.length, ended: rig.server.ended.length };
  const session = await signInto(rig.server.at, rig.db, workspaceId);
  await ask(session, `/api/source/${SYNCED}/sync`);
  await wait(300);
  const from = performance.now();
  const writing = await undergo({ ...rig, workspaceId }, fault, session);
  const until = performance.now();
  const recovery = await recovered(load, until);
  const facts = await finish(rig, workspaceId).catch((error: Error) => error.message);
  const during = load.arrivals.filter(({ at }) => at >= from && at < until + (recovery ?? MOST_RECOVERY));
  const meanwhile = during.filter((one) => overAt(one) < until);
  const judged = writing ? await judgeWriting(rig, writing, meanwhile) : { words: null, wrong: [] };
  return {
    requests: during.length,
    ends: endsOf(during),
    recovery: recovery === null ? null : recovery / 1000,
    facts,
    ended: rig.server.ended.length - before.ended,
    fatal: rig.server.fatal.slice(before.fatal),
    ...judged,
    wrong: [...judged.wrong, ...unexpected(during)],
  };
}

/** A fault from outside is told as one, with a time to come again; 500 says that Baton itself is wrong. */
function unexpected(during: readonly Arrival[]): string[] {
  const { length } = during.filter(({ end }) => end === '500');
  return length === 0 ? [] : [`${length} requests were answered 500`];
}

/** From its beginning to its end, whatever happens between. */
async function undergo(rig: Rig, fault: Fault, session: SignedInAt): Promise<KeptWriting | null> {
  const began = performance.now();
  const end = await fault.begin(rig);
  try {
    const writing = fault.refuses ? new KeptWriting({ session, workspaceId: rig.workspaceId, ...fault.refuses }) : null;
    await wait(Math.max(0, fault.seconds * 1000 - (performance.now() - began)));
    await writing?.end();
    return writing;
  } finally {
    await end();
  }
}

async function judgeWriting({ db }: Rig, writing: KeptWriting, meanwhile: readonly Arrival[]): Promise<{ words: string; wrong: string[] }> {
  const { line, wrong } = await writing.judge(db);
  const read = meanwhile.filter(({ end }) => end === '200').length;
  const unread = read === meanwhile.length ? [] : [`of ${meanwhile.length} that read ${meanwhile.length - read} were not answered`];
  return { words: `${line}; reads: ${read} of ${meanwhile.length} answered meanwhile`, wrong: [...wrong, ...unread] };
}

/** Milliseconds after `until` at which the last request came that failed; null when it never ends. */
async function recovered({ arrivals }: OpenLoad, until: number): Promise<number | null> {
  while (performance.now() - until < MOST_RECOVERY) {
    await wait(250);
    const failed = arrivals.filter((one) => one.at >= until && one.end !== '200').map(overAt);
    const last = Math.max(until, ...failed);
    const fine = arrivals.filter((one) => one.at > last).length;
    if (performance.now() - last > CALM && fine > 10) return last - until;
  }
  return null;
}

const overAt = ({ at, milliseconds }: Arrival): number => at + milliseconds;

/** Reads on until a run succeeds, as the schedule would, and compares. Null when the facts are those of an undisturbed sync. */
async function finish(rig: WorkedRig, workspaceId: string): Promise<string | null> {
  const { db, server } = rig;
  const session = await signInto(server.at, db, workspaceId);
  const until = performance.now() + MOST_SYNCING;
  while (performance.now() < until) {
    const held = performance.now() + MOST_RUN;
    while (performance.now() < held && (await isRunning(db, workspaceId))) await wait(100);
    // As if the minute had gone by after which the run of a process that is gone is taken over.
    await stopHeart(rig, workspaceId);
    if (await succeeded(rig, workspaceId)) {
      mustEqual(await hashesIn(rig, workspaceId), rig.calm, 'those of an undisturbed sync');
      return null;
    }
    await ask(session, `/api/source/${SYNCED}/sync`);
    await wait(200);
  }
  const runs: { outcome: string | null; error: string | null }[] = await db.query(
    'select outcome, error from sync_run where workspace_id = $1 order by started_at desc limit 3',
    [workspaceId],
  );
  return `no run succeeded in time: ${JSON.stringify(runs)}`;
}

const stopHeart = ({ db }: WorkedRig, workspaceId: string) =>
  db.query(`update sync_run set heartbeat_at = now() - interval '61 seconds' where workspace_id = $1 and ended_at is null`, [workspaceId]);

async function succeeded({ db }: WorkedRig, workspaceId: string): Promise<boolean> {
  const [row]: { outcome: string | null }[] = await db.query(
    'select outcome from sync_run where workspace_id = $1 order by started_at desc limit 1',
    [workspaceId],
  );
  return row?.outcome === 'succeeded';
}
