import type { QueryRunner } from 'typeorm';

/** The role in which the server works: neither owner nor above row-level security. */
export const APP_ROLE = 'baton_app';

/** The role in which it finds out who asks, before a workspace is known. It may touch nothing but what `openAtTheDoor` names. */
export const DOOR_ROLE = 'baton_door';

/** The role of backup, restore and deletion, which see every workspace. Row-level security is forced, so that even the owner sees none. */
export const KEEPER_ROLE = 'baton_keeper';

/**
 * Closes tables by workspace: a statement of the server sees and writes only the rows of the workspace that
 * `app.workspace_id` names in its transaction. Call it in every migration that makes a table with a workspace_id. Harmless to repeat.
 */
export async function isolate(tx: QueryRunner, tables: readonly string[], { key = 'workspace_id' } = {}): Promise<void> {
  const own = `${key} = nullif(current_setting('app.workspace_id', true), '')::uuid`;
  for (const table of tables) {
    await tx.query(`alter table ${table} enable row level security`);
    await tx.query(`alter table ${table} force row level security`);
    for (const policy of ['own_workspace', 'every_workspace']) await tx.query(`drop policy if exists ${policy} on ${table}`);
    await tx.query(`create policy own_workspace on ${table} to ${APP_ROLE} using (${own}) with check (${own})`);
    await tx.query(`create policy every_workspace on ${table} to ${KEEPER_ROLE} using (true) with check (true)`);
    await tx.query(`grant select, insert, update, delete on ${table} to ${APP_ROLE}, ${KEEPER_ROLE}`);
  }
}

/** Undoes `isolate` and `openAtTheDoor` for tables that stay. */
export async function unisolate(tx: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    for (const policy of ['own_workspace', 'every_workspace', 'at_the_door']) await tx.query(`drop policy if exists ${policy} on ${table}`);
    await tx.query(`alter table ${table} no force row level security`);
    await tx.query(`alter table ${table} disable row level security`);
    await tx.query(`revoke all on ${table} from ${APP_ROLE}, ${DOOR_ROLE}, ${KEEPER_ROLE}`);
  }
}

/** Lets the door read and write all rows of isolated tables: those that say who may come in. */
export async function openAtTheDoor(tx: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await tx.query(`drop policy if exists at_the_door on ${table}`);
    await tx.query(`create policy at_the_door on ${table} to ${DOOR_ROLE} using (true) with check (true)`);
    await tx.query(`grant select, insert, update, delete on ${table} to ${DOOR_ROLE}`);
  }
}

/** For tables of the installation, which belong to no workspace and only the door works with. */
export async function keepAtTheDoor(tx: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const table of tables) await tx.query(`grant select, insert, update, delete on ${table} to ${DOOR_ROLE}, ${KEEPER_ROLE}`);
}
