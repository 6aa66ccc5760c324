import type { OnlyThese } from '../source/source.js';
import { holdLease } from './lease.js';
import { markGone } from './mark-gone.js';
import type { Pass } from './pass.js';

/** Records looked at in one transaction. */
const AT_ONCE = 5_000;

/** Marks what is stored of a part of a stream and did not come with it; how many records that were. */
export async function markOthers({ db, key, reading }: Pass, { prefix, has }: OnlyThese): Promise<number> {
  const { workspaceId, sourceId, stream } = key;
  let marked = 0;
  let after: string | null = prefix;
  while (after !== null) {
    reading.signal.throwIfAborted();
    const from: string = after;
    after = await db.transaction(async (tx) => {
      await holdLease(tx, workspaceId, reading.runId);
      const rows: { external_id: string }[] = await tx.query(
        `select external_id from record
        where workspace_id = $1 and source_id = $2 and stream = $3 and starts_with(external_id, $4) and deleted_at is null
          and external_id > $5 order by external_id limit ${AT_ONCE}`,
        [workspaceId, sourceId, stream, prefix, from],
      );
      const gone = rows.filter(({ external_id: id }) => !has(id)).map(({ external_id: externalId }) => ({ externalId, at: null }));
      marked += await markGone(tx, key, { gone, at: reading.now() });
      return rows.length < AT_ONCE ? null : (rows.at(-1)?.external_id ?? null);
    });
  }
  return marked;
}
