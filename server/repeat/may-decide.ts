import type { DataSource } from 'typeorm';
import type { Episode } from '../../etl/handoff/repeat/verdict.js';
import type { Visibility } from '../handoff/visibility.js';

const HANDOFF_OF = `
  select h.owner_name as owner, h.csm_name as csm
    from (
      select e.handoff_id from handoff_event e
       where e.workspace_id = $1 and e.kind = 'information-repeated' and e.source_id = $2 and e.fact_id = $3
      union
      select v.handoff_id from episode_verdict v where v.workspace_id = $1 and v.source_id = $2 and v.fact_id = $3
    ) episode join handoff h on h.workspace_id = $1 and h.id = episode.handoff_id`;

/** Whether an episode is of a handoff that one may see; false, too, when there is no such episode. */
export async function mayDecide(db: DataSource, { workspaceId, sourceId, factId }: Episode, visibility: Visibility): Promise<boolean> {
  const rows = await db.query<{ owner: string | null; csm: string | null }[]>(HANDOFF_OF, [workspaceId, sourceId, factId]);
  if (visibility.kind === 'all') return rows.length > 0;
  return rows.some(({ owner, csm }) => [owner, csm].some((name) => name !== null && visibility.names.includes(name)));
}
