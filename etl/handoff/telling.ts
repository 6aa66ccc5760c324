import type { EntityManager } from 'typeorm';

/** Why handoffs are told anew. */
export type Cause = { kind: 'record' | 'mapping' | 'match' | 'verdict' } | { kind: 'definition'; version: number };

/** One derivation: when it is, and how far the one before it and it itself know. */
export interface Telling {
  /** Later than that of every derivation before. */
  at: Date;
  /** What is no later had been told before; null where nothing had, or where a stream comes that had never been read to its end. */
  toldUntil: Date | null;
  knownUntil: Date | null;
  streamCount: number;
}

/** Must come before the changes are taken: what is read to its end meanwhile is not known to this derivation. */
export async function beginTelling(tx: EntityManager, workspaceId: string, at: Date): Promise<Telling> {
  const [telling] = await tx.query<Telling[]>(TELLING, [workspaceId, at]);
  if (!telling) throw new Error(`Nothing is known of the streams of workspace ${workspaceId}.`);
  return telling;
}

const TELLING = `
  with streams as (
    select count(*) as total, count(cursor.complete_at) as complete, min(cursor.complete_at) as through
    from cursor join source on source.workspace_id = cursor.workspace_id and source.id = cursor.source_id
    where cursor.workspace_id = $1
  ),
  last_derivation as (
    select at, known_until, stream_count from derivation where workspace_id = $1 order by at desc limit 1
  )
  select greatest($2::timestamptz, l.at + interval '1 millisecond') as at,
    case when total = complete and complete <= l.stream_count then l.known_until end as "toldUntil",
    case when total = complete then through end as "knownUntil",
    complete::int as "streamCount"
  from streams left join last_derivation l on true`;

/** Notes what this derivation knew, so that the next can tell what it corrects. One that knows nothing new leaves no note. */
export async function noteTelling(tx: EntityManager, workspaceId: string, { at, knownUntil, streamCount }: Telling): Promise<void> {
  await tx.query(
    `insert into derivation (workspace_id, at, revision, known_until, stream_count)
    select w.id, $2::timestamptz, w.revision, $3::timestamptz, $4::int
    from workspace w left join (select * from derivation where workspace_id = $1 order by at desc limit 1) l on true
    where w.id = $1 and (l.revision, l.known_until, l.stream_count) is distinct from (w.revision, $3::timestamptz, $4::int)`,
    [workspaceId, at, knownUntil, streamCount],
  );
}
