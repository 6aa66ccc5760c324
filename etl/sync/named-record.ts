import type { DataSource, EntityManager } from 'typeorm';
import type { StreamKey } from './cursor.js';
import { holdLease } from './lease.js';

/** Most ids in one statement, and most records marked in one transaction. */
const AT_ONCE = 5_000;

export interface NamingKey extends StreamKey {
  runId: string;
}

/** Forgets what dead runs heard. */
export async function beginNaming(db: DataSource, naming: NamingKey): Promise<void> {
  await db.transaction(async (tx) => {
    await holdLease(tx, naming.workspaceId, naming.runId);
    await forgetNames(tx, naming);
  });
}

/** Writes down that the source named these ids. Held by the lease, so that a worker that lost it cannot speak for its successor. */
export async function nameRecords(db: DataSource, key: NamingKey, ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    await db.transaction(async (tx) => {
      await holdLease(tx, key.workspaceId, key.runId);
      await tx.query(
        `insert into named_record (workspace_id, run_id, source_id, stream, external_id)
        select $1, $2, $3, $4, unnest($5::text[]) on conflict (workspace_id, run_id, stream, external_id) do nothing`,
        [key.workspaceId, key.runId, key.sourceId, key.stream, ids.slice(start, start + AT_ONCE)],
      );
    });
  }
}

/** Forgets what this and earlier runs heard of the stream. */
export async function forgetNames(tx: EntityManager, { workspaceId, sourceId, stream }: StreamKey): Promise<void> {
  await tx.query(`delete from named_record where workspace_id = $1 and source_id = $2 and stream = $3`, [workspaceId, sourceId, stream]);
}

export interface Heard {
  /** Ids the source named. */
  named: number;
  /** Records that were standing before the pass. */
  standing: number;
  /** Those of them that it did not name. */
  missing: number;
}

/** `before`: only what was last written earlier counts; null for all. */
export async function countHeard(db: DataSource, key: NamingKey, before: Date | null): Promise<Heard> {
  const [heard]: Heard[] = await db.query(
    `select (select count(*)::int from named_record where workspace_id = $1 and run_id = $4 and stream = $3) as named,
      count(*)::int as standing, (count(*) filter (where named_record.external_id is null))::int as missing
    from record left join named_record on named_record.workspace_id = $1 and named_record.run_id = $4
      and named_record.stream = $3 and named_record.external_id = record.external_id
    where record.workspace_id = $1 and record.source_id = $2 and record.stream = $3 and record.deleted_at is null
      and ($5::timestamptz is null or record.read_at < $5)`,
    [key.workspaceId, key.sourceId, key.stream, key.runId, before],
  );
  return heard ?? { named: 0, standing: 0, missing: 0 };
}

/** Standing records after `after` that were not named, in the order of their ids; at most as many as one transaction marks. */
export async function nextMissing(tx: EntityManager, key: NamingKey, { after, before }: Place): Promise<string[]> {
  return idsOf(
    await tx.query(
      `select external_id from record
      where workspace_id = $1 and source_id = $2 and stream = $3 and deleted_at is null and external_id > $5
        and ($6::timestamptz is null or read_at < $6) and ${NOT_NAMED}
      order by external_id limit ${AT_ONCE}`,
      [key.workspaceId, key.sourceId, key.stream, key.runId, after, before],
    ),
  );
}

/** Records marked earlier for not being named, which were named now. */
export async function nextReturned(tx: EntityManager, key: NamingKey, { after, before }: Place): Promise<string[]> {
  return idsOf(
    await tx.query(
      `select external_id from record
      where workspace_id = $1 and source_id = $2 and stream = $3 and deleted_at is not null and starts_with(hash, 'gone:')
        and external_id > $5 and ($6::timestamptz is null or read_at < $6) and not ${NOT_NAMED}
      order by external_id limit ${AT_ONCE}`,
      [key.workspaceId, key.sourceId, key.stream, key.runId, after, before],
    ),
  );
}

/** Open rejections that were not named: their records are gone, or never were. */
export async function missingRejected(tx: EntityManager, key: NamingKey, before: Date | null): Promise<string[]> {
  return idsOf(
    await tx.query(
      `select external_id from rejected_record as record
      where workspace_id = $1 and source_id = $2 and stream = $3 and resolved_at is null and not starts_with(external_id, 'without id ')
        and ($5::timestamptz is null or last_read_at < $5) and ${NOT_NAMED}`,
      [key.workspaceId, key.sourceId, key.stream, key.runId, before],
    ),
  );
}

interface Place {
  after: string;
  before: Date | null;
}

const NOT_NAMED = `not exists (
  select 1 from named_record
  where named_record.workspace_id = $1 and named_record.run_id = $4 and named_record.stream = $3 and named_record.external_id = record.external_id)`;

const idsOf = (rows: { external_id: string }[]) => rows.map(({ external_id }) => external_id);
