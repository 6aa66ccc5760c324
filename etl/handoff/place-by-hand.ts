import type { DataSource, EntityManager } from 'typeorm';
import type { MatchedByHand } from '../warehouse/index.js';

/** What is placed. */
export interface Placeable {
  workspaceId: string;
  kind: MatchedByHand;
  sourceId: string;
  externalId: string;
}

/** A company of any source, by whose account is meant. */
export interface Company {
  sourceId: string;
  externalId: string;
}

const TABLES: Record<MatchedByHand, string> = {
  company: 'account_link',
  person: 'person',
  ticket: 'ticket',
  subscription: 'subscription',
  'survey response': 'survey_response',
};

/** Places something with a company, or apart from all when `to` is null. False when the source holds no such thing. The caller derives. */
export async function placeByHand(db: DataSource, placed: Placeable, { to, at }: { to: Company | null; at: Date }): Promise<boolean> {
  const { workspaceId, kind, sourceId, externalId } = placed;
  return db.transaction(async (tx) => {
    if (!(await pend(tx, placed))) return false;
    await tx.query(
      `insert into hand_match (workspace_id, kind, source_id, external_id, to_source_id, to_external_id, decided_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (workspace_id, kind, source_id, external_id) do update
        set to_source_id = excluded.to_source_id, to_external_id = excluded.to_external_id, decided_at = excluded.decided_at`,
      [workspaceId, kind, sourceId, externalId, to?.sourceId ?? null, to?.externalId ?? null, at],
    );
    return true;
  });
}

/** Leaves it to the rules again. False when nobody had placed it. The caller derives. */
export async function unplace(db: DataSource, placed: Placeable): Promise<boolean> {
  const { workspaceId, kind, sourceId, externalId } = placed;
  return db.transaction(async (tx) => {
    const [, count] = await tx.query<[unknown, number]>(
      `delete from hand_match where workspace_id = $1 and kind = $2 and source_id = $3 and external_id = $4`,
      [workspaceId, kind, sourceId, externalId],
    );
    await pend(tx, placed);
    return count > 0;
  });
}

/** Names the record behind it as changed, so that the next derivation looks at it again. */
async function pend(tx: EntityManager, { workspaceId, kind, sourceId, externalId }: Placeable): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `insert into pending_change (workspace_id, source_id, stream, record_id)
    select workspace_id, source_id, stream, record_id from ${TABLES[kind]}
    where workspace_id = $1 and source_id = $2 and external_id = $3
    on conflict (workspace_id, source_id, stream, record_id) do update set record_id = excluded.record_id
    returning 1`,
    [workspaceId, sourceId, externalId],
  );
  return found.length > 0;
}
