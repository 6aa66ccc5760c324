import type { Client } from 'pg';
import { crashed } from './crash.js';
import { workspaceTables } from './workspace-tables.js';

/** Rows deleted by one statement, so that none holds locks for long. */
const AT_ONCE = 5_000;

/** Deletes every row of a workspace from every table, part by part, until none is left that was still being written. How many. */
export async function deleteRows(client: Client, workspaceId: string): Promise<number> {
  const tables = await workspaceTables(client);
  let deleted = 0;
  for (let pass = -1; pass !== 0; deleted += pass) {
    pass = 0;
    for (const { name, key } of tables) pass += await deleteFrom(client, { name, key: key.join(', ') }, workspaceId);
  }
  return deleted;
}

async function deleteFrom(client: Client, { name, key }: { name: string; key: string }, workspaceId: string): Promise<number> {
  let deleted = 0;
  for (let last = AT_ONCE; last === AT_ONCE; deleted += last) {
    const { rowCount } = await client.query(
      `delete from ${name} where workspace_id = $1 and (${key}) in (select ${key} from ${name} where workspace_id = $1 limit ${AT_ONCE})`,
      [workspaceId],
    );
    last = rowCount ?? 0;
    crashed('rows');
  }
  return deleted;
}
