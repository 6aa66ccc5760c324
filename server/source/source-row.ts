import type { DataSource } from 'typeorm';

/** One source and how its runs went. */
export interface SourceFacts {
  id: string;
  kind: string;
  name: string;
  schedule: string | null;
  periodMinutes: number | null;
  pausedReason: string | null;
  createdAt: Date;
  running: boolean;
  /** Of the last run that read on, not just for a webhook or a mapping. */
  lastStartedAt: Date | null;
  lastSuccessAt: Date | null;
  /** Of the last run that ended; null when it succeeded. */
  lastError: string | null;
  readThroughAt: Date | null;
  rejectedCount: number;
}

/** A run whose heart has not beaten for a minute is not running: its process is gone. */
const OPEN = `ended_at is null and heartbeat_at > now() - interval '60 seconds'`;
const RUNS = 'from sync_run where workspace_id = $1 and source_id = source.id';

const SOURCES = `
  with read_through as (
    select source_id, case when count(*) = count(complete_at) then min(complete_at) end as at
      from cursor where workspace_id = $1
     group by source_id
  ), open_rejects as (
    select source_id, count(*)::int as count
      from rejected_record where workspace_id = $1 and resolved_at is null
     group by source_id
  )
  select source.id, source.kind, source.name, source.schedule, source.period_minutes as "periodMinutes",
         source.paused_reason as "pausedReason", source.created_at as "createdAt",
         coalesce(latest.running, false) as running, whole.started_at as "lastStartedAt",
         succeeded.ended_at as "lastSuccessAt", ended.error as "lastError", read_through.at as "readThroughAt",
         coalesce(open_rejects.count, 0) as "rejectedCount"
    from source
    left join read_through on read_through.source_id = source.id
    left join open_rejects on open_rejects.source_id = source.id
    left join lateral (select ${OPEN} as running ${RUNS} order by started_at desc limit 1) latest on true
    left join lateral (select started_at ${RUNS} and trigger not in ('webhook', 'mapping') order by started_at desc limit 1) whole on true
    left join lateral (
      select case when outcome in ('failed', 'partial') then coalesce(error, outcome) end as error
        ${RUNS} and ended_at is not null order by started_at desc limit 1
    ) ended on true
    left join lateral (
      select ended_at ${RUNS} and outcome = 'succeeded' order by started_at desc limit 1
    ) succeeded on true
   where source.workspace_id = $1
   order by source.created_at, source.id`;

export const readSources = (db: DataSource, workspaceId: string): Promise<SourceFacts[]> => db.query(SOURCES, [workspaceId]);

/** One stream of one source, with the counts of its last run. */
export interface StreamFacts {
  sourceId: string;
  stream: string;
  records: number;
  lastReadAt: Date | null;
  readThroughAt: Date | null;
  readCount: number;
  expectedCount: number | null;
  writtenCount: number;
  rejectedCount: number;
  running: boolean;
  error: string | null;
  /** Why it was left out; null when it was read. */
  note: string | null;
  goneCount: number;
  /** What its source counted as standing after the last run; null when it cannot say. */
  standingExpectedCount: number | null;
  standingStoredCount: number | null;
}

/** The last run may not have reached every stream: a broken one can end it, and one that is open has not come to the rest yet. */
const STREAMS = `
  with latest_run as (
    select latest.* from source
      join lateral (select id, source_id, ${OPEN} as running ${RUNS} order by started_at desc limit 1) latest on true
     where source.workspace_id = $1
  ), of_latest_run as (
    select latest_run.source_id, latest_run.running and stream_run.ended_at is null as running, stream_run.*
      from latest_run join stream_run on stream_run.workspace_id = $1 and stream_run.run_id = latest_run.id
  ), of_cursor as (
    select source_id, stream, moved_at, complete_at from cursor where workspace_id = $1
  ), stored as (
    select source_id, stream, count(*)::int as count
      from record where workspace_id = $1 and deleted_at is null
     group by source_id, stream
  )
  select source_id as "sourceId", stream, coalesce(stored.count, 0) as records, of_cursor.moved_at as "lastReadAt",
         of_cursor.complete_at as "readThroughAt", coalesce(read_count, 0) as "readCount", expected_count as "expectedCount",
         coalesce(written_count, 0) as "writtenCount", coalesce(rejected_count, 0) as "rejectedCount",
         coalesce(running, false) as running, error, note, coalesce(gone_count, 0) as "goneCount",
         standing_expected_count as "standingExpectedCount", standing_stored_count as "standingStoredCount"
    from of_latest_run
    full join of_cursor using (source_id, stream)
    left join stored using (source_id, stream)
   order by source_id, stream`;

export const readStreams = (db: DataSource, workspaceId: string): Promise<StreamFacts[]> => db.query(STREAMS, [workspaceId]);
