import type { EntityManager } from 'typeorm';
import type { MatchedByHand } from '../warehouse/index.js';
import { measure } from './scratch.js';

/** SQL for whether a person has placed the row `alias` of a table with source_id and external_id. $1 is the workspace. */
export const matchedByHand = (kind: MatchedByHand, alias: string) => `exists (
    select from hand_match m
    where m.workspace_id = $1 and m.kind = '${kind}' and m.source_id = ${alias}.source_id and m.external_id = ${alias}.external_id)`;

/** SQL joining the companies `c` of the touched accounts with what a person has placed there, as `m`. $1 is the workspace. */
export const placedByHand = (kind: MatchedByHand) => `
  company c join hand_match m
    on m.workspace_id = $1 and m.kind = '${kind}' and m.to_source_id = c.source_id and m.to_external_id = c.external_id`;

/** Follows what changed to the companies that a person gave it to. */
export async function reachByHand(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(
    `with changed_facts as (
      select kind, source_id, id from reached where kind in ('person', 'ticket')
      union
      select 'subscription', s.source_id, s.external_id
      from subscription s join changed_record using (source_id, stream, record_id) where s.workspace_id = $1
      union
      select 'survey response', s.source_id, s.external_id
      from survey_response s join changed_record using (source_id, stream, record_id) where s.workspace_id = $1
    )
    insert into reached
    select 'company', m.to_source_id, m.to_external_id
    from changed_facts f join hand_match m on m.kind = f.kind and m.source_id = f.source_id and m.external_id = f.id
    where m.workspace_id = $1 and m.to_external_id is not null
    on conflict do nothing`,
    [workspaceId],
  );
  await measure(tx, 'reached');
}
