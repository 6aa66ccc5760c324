import { randomBytes } from 'node:crypto';
import type { Exercise } from '../stand-in/exercise.js';
import { tapBook } from '../stand-in/tap-book.js';

const PAGE_ROWS = 50;

/** A tap as a process of its own; its state is the time of the last change. */
export const singerExercise: Exercise = {
  kind: 'singer',
  stream: 'singer.messages',
  pageSize: PAGE_ROWS,
  lacking: {
    merge: 'messages know no merges',
    'expired cursor': 'a state is opaque: the tap alone knows whether it still holds',
    limit: 'the tap keeps the limits of its system',
    faults: 'it is not read over HTTP',
  },
  start: async ({ records, now }) => {
    const name = `singer-${randomBytes(4).toString('hex')}`;
    const program = new URL('./tap.mjs', import.meta.url);
    return (await tapBook({ program, name, records, pageRows: PAGE_ROWS, now, key: [] })).rehearsal;
  },
};
