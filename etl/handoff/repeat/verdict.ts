import type { DataSource, EntityManager } from 'typeorm';
import type { EpisodeVerdict } from '../../warehouse/index.js';
import { episodeKey } from './episode-key.js';

/** One episode, by the fact that shows it. */
export interface Episode {
  workspaceId: string;
  sourceId: string;
  factId: string;
}

/**
 * Remembers what a person says of an episode; a later word takes the place of an earlier one. False when there is no such episode, found or
 * decided on. The caller derives.
 */
export async function decide(
  db: DataSource,
  { workspaceId, sourceId, factId }: Episode,
  { verdict, at }: { verdict: EpisodeVerdict['verdict']; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const parameters = [workspaceId, sourceId, factId, verdict, at];
    const found = await tx.query<Decided[]>(DECIDE, parameters);
    const [rows] = found.length > 0 ? [found] : await tx.query<[Decided[], number]>(DECIDE_ANEW, parameters);
    await pend(tx, { workspaceId, sourceId }, rows);
    return rows.length > 0;
  });
}

/** Leaves an episode to the rules again. False when nobody had decided on it. The caller derives. */
export async function takeBack(db: DataSource, { workspaceId, sourceId, factId }: Episode): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [rows] = await tx.query<[Decided[], number]>(TAKE_BACK, [workspaceId, sourceId, factId]);
    await pend(tx, { workspaceId, sourceId }, rows);
    return rows.length > 0;
  });
}

/** The record behind it. */
interface Decided {
  stream: string;
  recordId: string;
}

const AFTERWARDS = `verdict = excluded.verdict, handoff_id = excluded.handoff_id, tier = excluded.tier, fact_id = excluded.fact_id,
    at = excluded.at, title = excluded.title, evidence = excluded.evidence, stream = excluded.stream, record_id = excluded.record_id,
    decided_at = excluded.decided_at`;

const DECIDE = `
  insert into episode_verdict
    (workspace_id, source_id, episode, verdict, handoff_id, tier, fact_id, at, title, evidence, stream, record_id, decided_at)
  select $1::uuid, e.source_id, ${episodeKey('e')}, $4, e.handoff_id, e.detail, e.fact_id, e.at, e.title, e.evidence, e.stream, e.record_id,
    $5::timestamptz
  from handoff_event e
  where e.workspace_id = $1 and e.kind = 'information-repeated' and e.source_id = $2 and e.fact_id = $3
  on conflict (workspace_id, source_id, episode) do update set ${AFTERWARDS}
  returning stream, record_id as "recordId"`;

/** A fact, and the conversation it is part of. */
const KEYS = `(select ${episodeKey('asked')} from (select $2::text as source_id, $3::text as fact_id) asked)`;

/** One that was dismissed is found nowhere but here. */
const DECIDE_ANEW = `
  update episode_verdict set verdict = $4, decided_at = $5
  where workspace_id = $1 and source_id = $2 and (fact_id = $3 or episode = ${KEYS})
  returning stream, record_id as "recordId"`;

const TAKE_BACK = `
  delete from episode_verdict
  where workspace_id = $1 and source_id = $2 and (fact_id = $3 or episode = ${KEYS})
  returning stream, record_id as "recordId"`;

/** Names the record behind it as changed, so that the next derivation looks at it again. */
async function pend(tx: EntityManager, { workspaceId, sourceId }: Omit<Episode, 'factId'>, rows: readonly Decided[]): Promise<void> {
  for (const { stream, recordId } of rows) {
    await tx.query(
      `insert into pending_change (workspace_id, source_id, stream, record_id) values ($1, $2, $3, $4)
      on conflict (workspace_id, source_id, stream, record_id) do update set record_id = excluded.record_id`,
      [workspaceId, sourceId, stream, recordId],
    );
  }
}
