import { connect, drivenRun, drivenStream, hashesOf, type Life, living, rejections, storedIds } from '../life.js';
import { must, mustEqual, mustHold, mustSucceed } from '../must.js';
import type { Check, Kit } from './check.js';

/** Of the driven stream, where the number does not matter. */
export const USUAL = 12;

/** Every record there, none rejected. */
export async function mustBeRead(life: Life): Promise<void> {
  mustHold(await storedIds(life), life.rehearsal.ids(), life.exercise.stream);
  const { count, reason } = await rejections(life);
  must(count === 0, `${count} rejected, one of them: ${reason}`);
}

const first: Check = {
  name: 'first sync',
  needs: null,
  run: ({ db, exercise }) =>
    living(db, exercise, {
      begun: { records: USUAL },
      drill: async (life) => {
        const { streams } = mustSucceed(await life.sync(), 'first sync');
        await mustBeRead(life);
        const read = streams.reduce((sum, { readCount }) => sum + readCount, 0);
        return `${read} records of ${streams.length} streams, 0 rejected`;
      },
    }),
};

const replay: Check = {
  name: 'replay',
  needs: null,
  run: ({ db, exercise }) =>
    living(db, exercise, {
      begun: { records: USUAL },
      drill: async (life) => {
        mustSucceed(await life.sync(), 'first sync');
        const hashes = await hashesOf(life);
        const hours = await everyHours(life);
        for (const wait of [1, ...hours]) {
          life.clock.later(60 * wait);
          const { streams } = mustSucceed(await life.sync(), 'replay');
          const moved = streams.filter(({ writtenCount, goneCount }) => writtenCount + goneCount > 0);
          must(moved.length === 0, `the replay wrote: ${moved.map(({ stream, writtenCount }) => `${writtenCount} ${stream}`).join(', ')}`);
        }
        mustEqual(await hashesOf(life), hashes, 'the first sync');
        return `0 changes in ${1 + hours.length} replays`;
      },
    }),
};

/** After how many hours the slow passes of the driven stream are due. */
export async function everyHours(life: Life): Promise<number[]> {
  const { sweep, reread } = await drivenStream(life);
  return [...new Set([sweep?.hours, reread?.hours].filter((hours) => hours !== undefined))];
}

const twice: Check = {
  name: 'two full reads',
  needs: null,
  run: ({ db, exercise }) =>
    living(db, exercise, {
      begun: { records: USUAL },
      drill: async (life) => {
        const other = await connect(db, exercise, life);
        mustSucceed(await life.sync(), 'first full read');
        mustSucceed(await other.sync(), 'second full read');
        mustEqual(await hashesOf(other), await hashesOf(life), 'those of the other read');
        return 'equal tables';
      },
    }),
};

const edges: Check = {
  name: 'page edges',
  needs: null,
  async run(kit) {
    const { pageSize } = kit.exercise;
    if (pageSize === null) return 'everything comes at once';
    const counts = [pageSize - 1, pageSize, pageSize + 1, 2 * pageSize];
    for (const records of counts) await readAtEdge(kit, records);
    return `${counts.join(', ')} records`;
  },
};

const readAtEdge = ({ db, exercise }: Kit, records: number) =>
  living(db, exercise, {
    begun: { records },
    drill: async (life) => {
      mustSucceed(await life.sync(), `first sync of ${records}`);
      must(life.rehearsal.ids().length === records, `the rehearsal of ${records} records has ${life.rehearsal.ids().length}`);
      await mustBeRead(life);
      const expected = drivenRun(await life.sync(), exercise).writtenCount;
      must(expected === 0, `a replay of ${records} wrote ${expected}`);
    },
  });

/** What is read, before anything changes. */
export const READING_CHECKS: Check[] = [first, replay, twice, edges];
