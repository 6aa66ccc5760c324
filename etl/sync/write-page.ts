import type { DataSource, EntityManager } from 'typeorm';
import type { Gone, Position } from '../source/source.js';
import { crashPoint } from './crash-point.js';
import { moveCursor, type StreamKey } from './cursor.js';
import { holdLease } from './lease.js';
import { markGone } from './mark-gone.js';
import type { Accepted, ReadPage, Rejected } from './page-record.js';
import { keepStatistics } from './refresh-statistics.js';
import { encodeFacts, writeFacts } from './write-fact.js';
import { changedRecords, resolveRejected, writeRecords, writeRejected } from './write-record.js';

export interface PageToWrite extends StreamKey {
  runId: string;
  page: ReadPage;
  /** Null leaves the cursor where it is. */
  position: Position | null;
  /** Marked deleted after the rows are written. */
  gone?: Gone[];
  at: Date;
}

export interface PageWritten {
  /** Records that were new or had changed. */
  writtenCount: number;
  rejectedCount: number;
  goneCount: number;
}

/**
 * Writes a page and the cursor behind it, together or not at all. A record that Postgres refuses is set aside as
 * rejected and the rest is written. Throws LeaseLost when another worker has taken the run over.
 */
export async function writePage(db: DataSource, wanted: PageToWrite): Promise<PageWritten> {
  try {
    const written = await again(() => db.transaction((tx) => writeIn(tx, wanted)));
    await keepStatistics(db, written.writtenCount);
    return written;
  } catch (error) {
    if (!refusesTheData(error) || wanted.page.accepted.length === 0) throw error;
    return writeHalves(db, wanted, error as Error);
  }
}

/** Finds the refused records by halves. The cursor moves with the last piece only, so that a crash in between repeats the page. */
async function writeHalves(db: DataSource, wanted: PageToWrite, error: Error): Promise<PageWritten> {
  const { accepted, rejected } = wanted.page;
  if (accepted.length === 1)
    return writePage(db, { ...wanted, page: { accepted: [], rejected: [...rejected, ...accepted.map(refused(wanted, error))] } });
  const [ahead, behind] = halves(accepted, rejected);
  const first = await writePage(db, { ...wanted, position: null, gone: [], page: ahead });
  const second = await writePage(db, { ...wanted, page: behind });
  return {
    writtenCount: first.writtenCount + second.writtenCount,
    rejectedCount: first.rejectedCount + second.rejectedCount,
    goneCount: first.goneCount + second.goneCount,
  };
}

/** A rejected state stays beside the accepted one of the same record, which would resolve it otherwise. */
function halves(accepted: Accepted[], rejected: Rejected[]): [ReadPage, ReadPage] {
  const middle = accepted.length >> 1;
  const ahead = new Set(accepted.slice(0, middle).map(({ record }) => record.externalId));
  return [
    { accepted: accepted.slice(0, middle), rejected: rejected.filter(({ externalId }) => ahead.has(externalId)) },
    { accepted: accepted.slice(middle), rejected: rejected.filter(({ externalId }) => !ahead.has(externalId)) },
  ];
}

const refused =
  ({ stream }: StreamKey, error: Error) =>
  ({ record, json }: Accepted): Rejected => ({
    externalId: record.externalId,
    reason: `${stream}: record ${record.externalId}: the database refuses it: ${error.message}`,
    json,
  });

async function writeIn(tx: EntityManager, { runId, page, position, gone = [], at, ...key }: PageToWrite): Promise<PageWritten> {
  await holdLease(tx, key.workspaceId, runId);
  const { changed, before } = await changedRecords(tx, key, page.accepted);
  const { lines, encoded, rejected: unfit } = encodeFacts(tx, key, changed);
  if (encoded.length > 0) {
    await writeRecords(tx, key, { changed: encoded, before, at });
    crashPoint('in insert');
    const ids = encoded.map(({ record }) => record.externalId);
    await writeFacts(tx, key, { lines, before: ids.filter((id) => before.has(id)) });
  }
  const rejected = [...page.rejected, ...unfit];
  await writeRejected(tx, key, { rejected, at });
  const set = new Set(rejected.map(({ externalId }) => externalId));
  const passed = page.accepted.map(({ record }) => record.externalId).filter((id) => !set.has(id));
  if (passed.length > 0) await resolveRejected(tx, key, { ids: passed, at });
  const goneCount = await markGone(tx, key, { gone, at });
  crashPoint('after rows');
  if (position !== null) await moveCursor(tx, key, { position, at });
  return { writtenCount: encoded.length, rejectedCount: rejected.length, goneCount };
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '');

/** Classes 22 and 23: a value or a constraint; 54: too large for an index. */
const refusesTheData = (error: unknown) => /^(22|23|54)...$/.test(codeOf(error));

/** A deadlock or a failed serialization is nobody's fault: the same again. */
async function again<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === 3 || !['40001', '40P01'].includes(codeOf(error))) throw error;
    }
  }
}
