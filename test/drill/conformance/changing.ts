import { connect, drivenRun, hashesOf, type Life, living, storedIds } from '../life.js';
import { must, mustEqual, mustHold, mustSucceed } from '../must.js';
import type { Check } from './check.js';
import { everyHours, mustBeRead, USUAL } from './reading.js';

/** A check on a source that was read once. */
const onceRead = (records: number, drill: (life: Life) => Promise<string>): Pick<Check, 'run'> => ({
  run: ({ db, exercise }) =>
    living(db, exercise, {
      begun: { records },
      drill: async (life) => {
        mustSucceed(await life.sync(), 'first sync');
        life.clock.later();
        return drill(life);
      },
    }),
});

const increment: Check = {
  name: 'increment',
  needs: 'change',
  ...onceRead(USUAL, async (life) => {
    const changed = life.rehearsal.ids().slice(2, 5);
    await life.rehearsal.change(changed);
    life.clock.later();
    const { writtenCount, readCount } = drivenRun(mustSucceed(await life.sync(), 'increment'), life.exercise);
    must(writtenCount === changed.length, `${changed.length} changed and ${writtenCount} were written`);
    await mustBeRead(life);
    const fresh = await connect(life.db, life.exercise, life);
    mustSucceed(await fresh.sync(), 'fresh read');
    mustEqual(await hashesOf(life), await hashesOf(fresh), 'those of a fresh read');
    return `${writtenCount} changed, ${readCount} read, equal to a fresh read`;
  }),
};

const removal: Check = {
  name: 'delete',
  needs: 'delete',
  ...onceRead(USUAL, async (life) => {
    const { rehearsal, clock } = life;
    const removed = rehearsal.ids().slice(0, 2);
    await rehearsal.remove(removed);
    clock.later(60 * Math.max(1, ...(await everyHours(life))));
    mustSucceed(await life.sync(), 'sync after the removal');
    mustHold(await storedIds(life), rehearsal.ids(), 'what stands');
    must(rehearsal.ids().length === USUAL - removed.length, 'the rehearsal still lists what was removed');
    const rows = await standingRows(life, removed);
    must(rows === 0, `${rows} rows of removed records still stand`);
    clock.later(60 * Math.max(1, ...(await everyHours(life))));
    const again = drivenRun(mustSucceed(await life.sync(), 'replay'), life.exercise);
    must(again.writtenCount + again.goneCount === 0, 'a replay marked or wrote records once more');
    return `${removed.length} marked with their rows`;
  }),
};

/** Rows read from these records that are not marked deleted. */
async function standingRows({ db, workspaceId, exercise }: Life, ids: string[]): Promise<number> {
  let standing = 0;
  for (const table of FACT_TABLES) {
    const [row]: { count: number }[] = await db.query(
      `select count(*)::int as count from ${table} where workspace_id = $1 and stream = $2 and record_id = any($3) and deleted_at is null`,
      [workspaceId, exercise.stream, ids],
    );
    standing += row?.count ?? 0;
  }
  return standing;
}

const FACT_TABLES = [
  'deal',
  'deal_stage_change',
  'task',
  'ticket',
  'message',
  'survey_response',
  'subscription',
  'event',
  'person',
  'account_link',
];

const merge: Check = {
  name: 'merge',
  needs: 'merge',
  ...onceRead(USUAL, async (life) => {
    const { rehearsal, clock } = life;
    const [winner = '', loser = ''] = rehearsal.ids();
    await rehearsal.merge(winner, loser);
    clock.later(60 * Math.max(1, ...(await everyHours(life))));
    mustSucceed(await life.sync(), 'sync after the merge');
    const stored = await storedIds(life);
    must(stored.includes(winner), 'the winner is gone');
    must(!stored.includes(loser) || (await leadsOn(life, { winner, loser })), 'the loser still stands and leads nowhere');
    return 'the loser leads to the winner';
  }),
};

/** A row of the loser says into whom it was merged. */
async function leadsOn({ db, workspaceId }: Life, { winner, loser }: { winner: string; loser: string }): Promise<boolean> {
  const [row]: { found: boolean }[] = await db.query(
    `select exists (select 1 from deal where workspace_id = $1 and external_id = $2 and merged_into = $3)
      or exists (select 1 from account_link where workspace_id = $1 and external_id = $2 and merged_into = $3) as found`,
    [workspaceId, loser, winner],
  );
  return row?.found ?? false;
}

const tied: Check = {
  name: 'equal times',
  needs: 'equal times',
  run: ({ db, exercise }) => {
    const records = (exercise.pageSize ?? USUAL) + 3;
    return onceRead(records, async (life) => {
      const all = life.rehearsal.ids();
      const some = all.slice(1);
      await life.rehearsal.tie(some);
      life.clock.later();
      const { writtenCount } = drivenRun(mustSucceed(await life.sync(), 'increment'), exercise);
      must(writtenCount === some.length, `${some.length} changed at one moment and ${writtenCount} were written`);
      await mustBeRead(life);
      const fresh = await connect(db, exercise, life);
      mustSucceed(await fresh.sync(), 'fresh read');
      mustEqual(await hashesOf(fresh), await hashesOf(life), 'those of the increment');
      return `${some.length} at one moment over a page of ${exercise.pageSize ?? 'any size'}`;
    }).run({ db, exercise });
  },
};

const expired: Check = {
  name: 'expired cursor',
  needs: 'expired cursor',
  ...onceRead(USUAL, async (life) => {
    const { rehearsal, clock, exercise } = life;
    const changed = exercise.lacking.change ? [] : rehearsal.ids().slice(2, 4);
    if (changed.length > 0) await rehearsal.change(changed);
    await rehearsal.expireCursors();
    clock.later();
    const run = await life.sync();
    const { writtenCount } = drivenRun(mustSucceed(run, 'sync after the expiry'), exercise);
    must(writtenCount === changed.length, `${changed.length} changed and ${writtenCount} were written`);
    await mustBeRead(life);
    return `begun again, ${writtenCount} written`;
  }),
};

const future: Check = {
  name: 'future cursor',
  needs: null,
  ...onceRead(USUAL, async (life) => {
    const { db, workspaceId, clock } = life;
    const hashes = await hashesOf(life);
    const kept: { stream: string; position: unknown }[] = await db.query(`select stream, position from cursor where workspace_id = $1`, [
      workspaceId,
    ]);
    for (const { stream, position } of kept) await place(life, stream, inTenYears(position));
    clock.later();
    const { outcome, error } = await life.sync();
    must(outcome === 'succeeded' || error !== null, 'it fails without a word');
    mustEqual(await hashesOf(life), hashes, 'those before');
    for (const { stream, position } of kept) await place(life, stream, position);
    clock.later();
    mustSucceed(await life.sync(), 'sync from the old cursor');
    mustEqual(await hashesOf(life), hashes, 'those before');
    return outcome === 'succeeded' ? 'nothing new, nothing lost' : `nothing lost: ${error}`;
  }),
};

const place = ({ db, workspaceId }: Life, stream: string, position: unknown) =>
  db.query(`update cursor set position = $3 where workspace_id = $1 and stream = $2`, [workspaceId, stream, JSON.stringify(position)]);

const TEN_YEARS = 10 * 365 * 86_400;

/** Whatever looks like a moment, ten years later; the rest as it is. */
function inTenYears(value: unknown): unknown {
  if (typeof value === 'number' && value > 1e12 && value < 1e13) return value + TEN_YEARS * 1000;
  if (typeof value === 'number' && value > 1e9 && value < 1e10) return value + TEN_YEARS;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return value.replace(/^\d{4}/, (year) => String(Number(year) + 10));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inTenYears(inner)]));
}

/** What happens to a source after it was read. */
export const CHANGING_CHECKS: Check[] = [increment, removal, merge, tied, expired, future];
