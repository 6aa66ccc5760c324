import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';
import { APP_ROLE, DOOR_ROLE, isolate, KEEPER_ROLE, keepAtTheDoor, openAtTheDoor } from './isolate.js';

/** Where each audit log ends, so that its tail cannot be cut off unseen, and which keys have sealed what is here. */
export class AuditHeadAndKey0023 implements MigrationInterface {
  name = 'AuditHeadAndKey0000000000023';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table audit_head (
        workspace_id uuid primary key,
        number bigint not null,
        hash text not null,
        kept_from bigint not null,
        kept_hash text not null,
        seal text not null
    )`);
    await tx.query(`alter table audit_entry add column salt text, add column said_hash text not null`);
    await tx.query(`create table key_check (
        key_id text primary key,
        sealed bytea not null,
        first_used_at timestamptz not null
    )`);
    await distribute(tx, ['audit_head']);
    await isolate(tx, ['audit_head']);
    await openAtTheDoor(tx, ['audit_head']);
    await tx.query(`revoke delete on audit_head from ${APP_ROLE}, ${DOOR_ROLE}`);
    await keepAtTheDoor(tx, ['key_check']);
    await refuseChanges(tx);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop trigger if exists audit_entry_stays on audit_entry`);
    await tx.query(`drop trigger if exists audit_entry_is_not_emptied on audit_entry`);
    await tx.query(`drop function if exists refuse_audit_change`);
    await tx.query(`alter table audit_entry drop column salt, drop column said_hash`);
    await tx.query(`drop table audit_head, key_check`);
  }
}

/**
 * Not even the owner changes an entry by mistake. Only the keeper removes some, with their workspace or their age, and takes out
 * what one says of a person, which leaves the chain as it is.
 * A distributed table knows no triggers: there the rights, which the owner does not need, and the chain must do.
 */
async function refuseChanges(tx: QueryRunner): Promise<void> {
  const [citus] = await tx.manager.query<unknown[]>(`select 1 from pg_extension where extname = 'citus'`);
  if (citus) return;
  await tx.query(`create function refuse_audit_change() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' and current_user = '${KEEPER_ROLE}' then
        return old;
      end if;
      if tg_op = 'UPDATE' and current_user = '${KEEPER_ROLE}' then
        if new.salt is null and (new.workspace_id, new.number, new.at, new.action, new.said_hash, new.previous_hash, new.hash)
          = (old.workspace_id, old.number, old.at, old.action, old.said_hash, old.previous_hash, old.hash) then
          return new;
        end if;
      end if;
      raise exception 'The audit log is only added to: % is refused', tg_op using errcode = 'insufficient_privilege';
    end $$`);
  await tx.query(`create trigger audit_entry_stays before update or delete on audit_entry
      for each row execute function refuse_audit_change()`);
  await tx.query(`create trigger audit_entry_is_not_emptied before truncate on audit_entry
      for each statement execute function refuse_audit_change()`);
}
