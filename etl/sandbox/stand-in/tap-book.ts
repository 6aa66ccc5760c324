import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rehearsal } from './exercise.js';

export interface TapRecord {
  id: string;
  subject: string;
  company_id: string;
  created_at: string;
  changed_at: string;
  deleted_at: string | null;
}

export interface TapBook {
  /** What the tap is told beside its records. */
  told: Record<string, unknown>;
  records: TapRecord[];
  /** Writes the file that the tap reads. */
  save(): Promise<void>;
  rehearsal: Rehearsal;
}

interface Wanted {
  /** A tap is a program of its own, run by node. */
  program: URL;
  /** Of the tap in settings. */
  name: string;
  records: number;
  pageRows: number;
  now: () => Date;
  /** As settings name it. */
  key: string[];
  /** Maps the stream a second time, as the accounts it names. */
  accounts?: boolean;
}

const STREAM = 'tickets';

/** Tickets of a few companies in a file, and a tap that reads it. */
export async function tapBook({ program, name, records: count, pageRows, now, key, accounts = false }: Wanted): Promise<TapBook> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-book-'));
  const path = join(folder, 'book.json');
  const records = Array.from({ length: count }, (_, index) => ticket(index + 1, now()));
  const told: Record<string, unknown> = { stream: STREAM, keys: ['id'], stateEvery: pageRows, emittedAt: now().getTime() };
  const save = () => writeFile(path, JSON.stringify({ ...told, records }));
  await save();
  const variable = `BATON_TAP_${name.toUpperCase().replaceAll('-', '_')}`;
  process.env[variable] = `'${process.execPath}' '${written(program)}' --book '${path}'`;
  let changes = 0;
  const touch = async (ids: string[], change: (record: TapRecord) => Partial<TapRecord>) => {
    for (const record of records)
      if (ids.includes(`${STREAM}:${record.id}`)) Object.assign(record, { changed_at: now().toISOString() }, change(record));
    await save();
  };
  const renamed = () => {
    changes += 1;
    return { subject: `Changed ${changes}` };
  };
  return {
    told,
    records,
    save,
    rehearsal: {
      settings: { tap: name, pageRows, mapping: mappingOf(key, accounts) },
      credentials: null,
      ids: () => records.filter(({ deleted_at: at }) => at === null).map(({ id }) => `${STREAM}:${id}`),
      change: (ids) => touch(ids, renamed),
      tie: (ids) => touch(ids, renamed),
      remove: (ids) => touch(ids, () => ({ deleted_at: now().toISOString() })),
      merge: async () => {
        throw new Error('taps know no merges');
      },
      expireCursors: async () => {},
      refused: () => 0,
      http: null,
      close: async () => {
        delete process.env[variable];
        await rm(folder, { recursive: true, force: true });
      },
    },
  };
}

/** A build copies no programs: from there they are run where they were written. */
const written = (program: URL): string => fileURLToPath(program).replace(/\/dist(\/etl\/sandbox\/[^/]+\/[^/]+)$/, '$1');

const ticket = (n: number, now: Date): TapRecord => ({
  id: String(n),
  subject: `Ticket ${n}`,
  company_id: String(1 + (n % 10)),
  created_at: new Date(now.getTime() - n * 3_600_000).toISOString(),
  changed_at: new Date(now.getTime() - (n % 7) * 86_400_000 - n).toISOString(),
  deleted_at: null,
});

const mappingOf = (key: string[], accounts: boolean) => ({
  currency: 'EUR',
  streams: [
    {
      ...{ stream: STREAM, what: 'tickets', deleted: 'deleted_at' },
      ...(key.length > 0 && { key }),
      columns: { id: 'id', account: 'company_id', subject: 'subject', openedAt: 'created_at' },
    },
    ...(accounts ? [{ stream: STREAM, what: 'accounts', key: ['company_id'], columns: { id: 'company_id' } }] : []),
  ],
});
