import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exercise, Rehearsal, Rehearsing } from '../stand-in/exercise.js';

interface Row {
  id: string;
  customer: string;
  subject: string;
  openedAt: string;
}

const HEADER = 'ticket_id,customer_id,subject,opened_at,tags';

/** Tickets in a file that is said to be whole, beside the file of their customers. */
export const csvExercise: Exercise = {
  kind: 'csv',
  stream: 'csv.tickets.csv',
  pageSize: null,
  lacking: {
    merge: 'a file knows no merges',
    'equal times': 'rows of a file have no time of change',
    'expired cursor': 'a position is a row of one version of a file; another version is read whole',
    limit: 'a file has no limit of requests',
    faults: 'it is not read over HTTP',
  },
  async start({ records, now }: Rehearsing): Promise<Rehearsal> {
    const directory = await mkdtemp(join(tmpdir(), 'baton-files-'));
    const rows = Array.from({ length: records }, (_, index) => ticket(index + 1, now()));
    await writeFile(join(directory, 'customers.csv'), `id,name,domain\n${customers().join('\n')}\n`);
    const save = () => writeFile(join(directory, 'tickets.csv'), `${HEADER}\n${rows.map(lineOf).join('\n')}\n`);
    await save();
    let changes = 0;
    const change = async (ids: string[]) => {
      changes += 1;
      for (const row of rows) if (ids.includes(row.id)) row.subject = `Changed ${changes}, "again"`;
      await save();
    };
    return {
      settings: { directory, mapping: MAPPING },
      credentials: null,
      ids: () => rows.map(({ id }) => id),
      change,
      tie: change,
      remove: async (ids) => {
        for (const id of ids) rows.splice(rows.findIndex((row) => row.id === id) >>> 0, 1);
        await save();
      },
      merge: async () => {
        throw new Error(String(csvExercise.lacking.merge));
      },
      expireCursors: async () => {},
      refused: () => 0,
      http: null,
      close: () => rm(directory, { recursive: true, force: true }),
    };
  },
};

const MAPPING = {
  name: 'Files',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  files: [
    { path: 'customers.csv', what: 'accounts', whole: true, columns: { id: 'id', name: 'name', domain: 'domain' } },
    {
      ...{ path: 'tickets.csv', what: 'tickets', whole: true },
      columns: { id: 'ticket_id', account: 'customer_id', subject: 'subject', openedAt: 'opened_at', tags: 'tags' },
    },
  ],
};

const customers = () => Array.from({ length: 10 }, (_, index) => `C-${index + 1},Firm ${index + 1},firm-${index + 1}.example`);

const ticket = (n: number, now: Date): Row => ({
  id: `T-${n}`,
  customer: `C-${1 + (n % 10)}`,
  subject: `Ticket ${n}`,
  openedAt: new Date(now.getTime() - n * 3_600_000).toISOString(),
});

const lineOf = ({ id, customer, subject, openedAt }: Row) =>
  `${id},${customer},"${subject.replaceAll('"', '""')}",${openedAt},"first, second"`;
