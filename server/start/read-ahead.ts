import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { atTheDoor, Workspace } from '../../etl/warehouse/index.js';
import type { Counter } from '../counting/counter.js';
import { EVERYTHING } from '../handoff/visibility.js';
import { kpiQuery } from '../kpi/kpi.schema.js';
import { allKpis } from '../kpi/kpi-questions.js';
import { riskQuery } from '../risk/risk.schema.js';
import { accountsAtRisk } from '../risk/risk-questions.js';

/** So many workspaces are read ahead: those that were used last. */
const MOST = 5;

const LAST_USED = `
  select workspace_id as id from session
   where workspace_id is not null and expire > now()
   group by workspace_id order by max(expire) desc limit $1`;

/**
 * Has the handoffs of the workspaces that were used last read, their first page counted and their risk learnt, one after the other, so
 * that the first to ask after a start does not wait for it. What goes wrong is met again, and told, by that first one.
 */
export async function readAhead(
  { db, counter, log }: { db: DataSource; counter: Counter; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  try {
    const used = await atTheDoor(() => db.query<{ id: string }[]>(LAST_USED, [MOST]));
    for (const { id } of used) {
      const workspace = await atTheDoor(() => db.getRepository(Workspace).findOneBy({ id }));
      if (signal.aborted) return;
      const startedAt = performance.now();
      if (!workspace) continue;
      await counter.ask(allKpis, { workspace, query: kpiQuery.parse({}), visibility: EVERYTHING });
      await counter.ask(accountsAtRisk, { workspace, query: riskQuery.parse({}), visibility: EVERYTHING });
      log.info({ workspaceId: id, ms: Math.round(performance.now() - startedAt) }, 'read ahead');
    }
  } catch (error) {
    log.info({ err: error }, 'could not read ahead');
  }
}
