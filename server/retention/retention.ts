import type { Client } from 'pg';
import type { Keyring, SecretKey } from '../../etl/warehouse/index.js';
import { INSTALLATION } from '../access/audit/audit.js';
import { forgetEntries } from '../access/audit/forget-entries.js';
import { removeMails } from '../erasure/files-of-workspace.js';
import type { Keeper } from '../erasure/keeper.js';
import { removeOrphans } from './orphans.js';
import { OF_A_WORKSPACE, OF_THE_DOOR, type Period } from './periods.js';

const DAY = 86_400_000;
/** Rows deleted by one statement, so that none holds locks for long. */
const AT_ONCE = 2_000;
/** Only one process at a time; any number will do. */
const LOCK = 4_010_2028;

export interface Keeping {
  dataDirectory: string;
  /** Seals where each audit log now begins. */
  key: SecretKey | Keyring;
  now: Date;
}

/** Removes what is older than its period (`OF_A_WORKSPACE`, `OF_THE_DOOR`), nothing of a held workspace. How many rows of each table. */
export async function removeOld(keeper: Keeper, keeping: Keeping): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  await keeper.work(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (!rows[0]?.mine) return;
    for (const period of [...OF_A_WORKSPACE, ...OF_THE_DOOR]) {
      const count = await removeIn(client, period, keeping);
      if (count > 0) removed[period.table] = count;
    }
    await removeOrphans(client, keeping);
  });
  const entries = await forgetAudit(keeper, keeping);
  return entries > 0 ? { ...removed, audit_entry: entries } : removed;
}

async function removeIn(client: Client, period: Period, { dataDirectory, now }: Keeping): Promise<number> {
  const before = new Date(now.getTime() - period.days * DAY);
  const statement = await statementFor(client, period);
  let removed = 0;
  for (let last = AT_ONCE; last === AT_ONCE; removed += last) {
    const { rows } = await client.query<{ file: string | null }>(statement, [before]);
    await removeMails(
      dataDirectory,
      rows.flatMap(({ file }) => (file === null ? [] : [file])),
    );
    last = rows.length;
  }
  return removed;
}

async function statementFor(client: Client, period: Period): Promise<string> {
  const { table, old } = period;
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_constraint, unnest(conkey) with ordinality as k (number, place), pg_attribute
     where contype = 'p' and conrelid = $1::regclass and attrelid = conrelid and attnum = number order by place`,
    [table],
  );
  const key = rows.map(({ name }) => name).join(', ');
  const notHeld = OF_A_WORKSPACE.includes(period)
    ? ' and workspace_id not in (select id from workspace where hold_reason is not null)'
    : '';
  const file = table === 'report_delivery' ? 'outbox_file' : 'null::text';
  return `delete from ${table} where (${key}) in (select ${key} from ${table} where ${old}${notHeld} limit ${AT_ONCE}) returning ${file} as file`;
}

/** What is left of each log can still be checked. That of the installation is kept for ever. */
async function forgetAudit(keeper: Keeper, { key, now }: Keeping): Promise<number> {
  const kept = await keeper.together((tx) =>
    tx.query<{ id: string; days: number }[]>(
      'select id, audit_days as days from workspace where audit_days is not null and hold_reason is null and id <> $1',
      [INSTALLATION],
    ),
  );
  let removed = 0;
  for (const { id: workspaceId, days } of kept) {
    const before = new Date(now.getTime() - days * DAY);
    removed += await keeper.together((tx) => forgetEntries(tx, { workspaceId, before }, key));
  }
  return removed;
}
