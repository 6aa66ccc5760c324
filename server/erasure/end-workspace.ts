import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { crashed } from './crash.js';
import { deleteRows } from './delete-rows.js';
import { removeFiles } from './files-of-workspace.js';
import { assertNotHeld } from './hold.js';
import type { Keeper } from './keeper.js';

/** What must go at once: who comes in, what is being read, what is being mailed. With their rows runs lose their lease. */
const AT_ONCE = ['session', 'sign_in_link', 'api_token', 'invitation', 'member_owner', 'member', 'stream_run', 'sync_run', 'source'];

export interface Ending {
  workspaceId: string;
  now: Date;
  /** Written down if and only if it happens. */
  note(tx: EntityManager): Promise<void>;
}

/** Closes a workspace for everybody, for ever, and notes that what is in it is to go. Throws Held. False when there is none. */
export function endWorkspace(keeper: Keeper, { workspaceId, now, note }: Ending): Promise<boolean> {
  return keeper.together(async (tx) => {
    const rows = await tx.query<unknown[]>('select 1 from workspace where id = $1 for update', [workspaceId]);
    if (rows.length === 0) return false;
    await assertNotHeld(tx, [workspaceId]);
    await tx.query('insert into ended_workspace (id, asked_at) values ($1, $2)', [workspaceId, now]);
    for (const table of AT_ONCE) await tx.query(`delete from ${table} where workspace_id = $1`, [workspaceId]);
    await tx.query('delete from workspace where id = $1', [workspaceId]);
    await note(tx);
    return true;
  });
}

/** Only one process at a time goes on with deletions; any number will do. */
const LOCK = 4_010_2027;

/** Deletes what is left of ended workspaces: rows part by part, then files. Harmless to repeat, and to break off. How many rows. */
export function clearEnded(keeper: Keeper, dataDirectory: string): Promise<number> {
  return keeper.work(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (!rows[0]?.mine) return 0;
    const { rows: ended } = await client.query<{ id: string }>('select id from ended_workspace order by asked_at');
    let deleted = 0;
    for (const { id } of ended) deleted += await clear(client, dataDirectory, id);
    return deleted;
  });
}

async function clear(client: Client, dataDirectory: string, workspaceId: string): Promise<number> {
  // First, since the rows say which files there are.
  await removeFiles(client, dataDirectory, workspaceId);
  crashed('files');
  const deleted = await deleteRows(client, workspaceId);
  await client.query('delete from ended_workspace where id = $1', [workspaceId]);
  return deleted;
}
