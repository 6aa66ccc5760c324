import { randomBytes } from 'node:crypto';
import type { Exercise } from '../stand-in/exercise.js';
import { tapBook } from '../stand-in/tap-book.js';

const PAGE_ROWS = 50;

/** A connector as a process of its own; its state is the time of the last change. */
export const airbyteExercise: Exercise = {
  kind: 'airbyte',
  stream: 'airbyte.messages',
  pageSize: PAGE_ROWS,
  lacking: {
    merge: 'messages know no merges',
    'expired cursor': 'a state is opaque: the connector alone knows whether it still holds',
    limit: 'the connector keeps the limits of its system',
    faults: 'it is not read over HTTP',
  },
  start: async ({ records, now }) => {
    const name = `airbyte-${randomBytes(4).toString('hex')}`;
    const program = new URL('./connector.mjs', import.meta.url);
    return (await tapBook({ program, name, records, pageRows: PAGE_ROWS, now, key: ['id'] })).rehearsal;
  },
};
