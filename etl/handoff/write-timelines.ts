import type { EntityManager } from 'typeorm';

/** Makes the stored timelines of the touched accounts equal to the new ones. Only what differs is written. */
export async function writeTimelines(tx: EntityManager, workspaceId: string): Promise<void> {
  for (const statement of [GONE, DIFFERENT, NEW]) await tx.query(statement, [workspaceId]);
}

const SAID = ['at', 'title', 'detail', 'evidence', 'stream', 'record_id'];

const said = (of: string) => SAID.map((column) => `${of}.${column}`).join(', ');

const SAME_EVENT = 'n.handoff_id = e.handoff_id and n.kind = e.kind and n.source_id = e.source_id and n.fact_id = e.fact_id';

const GONE = `
  delete from handoff_event e using handoff h, touched_account t
  where e.workspace_id = $1 and h.workspace_id = $1 and h.account_id = t.account_id and e.handoff_id = h.id
    and not exists (select from timeline n where ${SAME_EVENT})`;

const DIFFERENT = `
  update handoff_event e set ${SAID.map((column) => `${column} = n.${column}`).join(', ')}
  from timeline n
  where e.workspace_id = $1 and ${SAME_EVENT} and (${said('e')}) is distinct from (${said('n')})`;

// Sorted, so that all is read before anything is written: on a table that was empty when this was planned, the look-up would wade through
// the rows that this very statement adds.
const NEW = `
  insert into handoff_event (workspace_id, handoff_id, kind, source_id, fact_id, ${SAID.join(', ')})
  select $1::uuid, n.handoff_id, n.kind, n.source_id, n.fact_id, ${said('n')}
  from timeline n left join handoff_event e on e.workspace_id = $1 and ${SAME_EVENT}
  where e.fact_id is null
  order by n.handoff_id, n.kind, n.source_id, n.fact_id`;
