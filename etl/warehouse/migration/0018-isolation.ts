import type { MigrationInterface, QueryRunner } from 'typeorm';
import { step } from '../migrate.js';
import { APP_ROLE, DOOR_ROLE, isolate, KEEPER_ROLE, keepAtTheDoor, openAtTheDoor, unisolate } from './isolate.js';

const FACTS = [
  ...['account', 'account_fact', 'account_link', 'cursor', 'deal', 'deal_stage_change', 'definition_version', 'derivation'],
  ...['episode_verdict', 'event', 'excluded_deal', 'hand_match', 'handoff', 'handoff_event', 'kept_row', 'mapping_version'],
  ...['message', 'named_record', 'pending_change', 'person', 'pipeline_stage', 'record', 'rejected_record', 'report'],
  ...['report_delivery', 'restatement', 'source', 'stream_run', 'subscription', 'survey_response', 'sync_run', 'task'],
  ...['ticket', 'webhook_change', 'webhook_receipt'],
];

const ROLES = [APP_ROLE, DOOR_ROLE, KEEPER_ROLE];
const CREATED = ROLES.map((role) => `create role ${role};`).join(' ');

/** Postgres itself holds workspaces apart, whatever a statement forgets. */
export class Isolation0018 implements MigrationInterface {
  name = 'Isolation0000000000018';
  /** Table by table: nobody waits while all of them are held at once, and after a crash it is done again from the first. */
  transaction = false;

  async up(tx: QueryRunner): Promise<void> {
    for (const role of ROLES) await makeRole(tx, role);
    for (const table of FACTS) await step(tx, () => isolate(tx, [table]));
    await step(tx, async () => {
      await isolate(tx, ['workspace'], { key: 'id' });
      await openAtTheDoor(tx, ['workspace']);
    });
    await step(tx, async () => {
      await isolate(tx, ['sign_in_link']);
      await openAtTheDoor(tx, ['sign_in_link']);
    });
    await step(tx, () => keepAtTheDoor(tx, ['session']));
  }

  /** The roles stay: other databases of the same server may have them. */
  async down(tx: QueryRunner): Promise<void> {
    await unisolate(tx, [...FACTS, 'workspace', 'sign_in_link']);
    await tx.query(`revoke all on session from ${APP_ROLE}, ${DOOR_ROLE}, ${KEEPER_ROLE}`);
  }
}

/** Roles belong to the whole server, so another Baton on it may have made them, even at this moment. */
async function makeRole(tx: QueryRunner, role: string): Promise<void> {
  await tx.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then
        begin
          create role ${role} nosuperuser nobypassrls nocreatedb nocreaterole nologin;
        exception
          when duplicate_object or unique_violation then null;
        end;
      end if;
      if not pg_has_role(current_user, '${role}', 'set') then
        grant ${role} to current_user;
      end if;
    exception
      when insufficient_privilege then
        raise exception using message = format('The user %1$s may not make or enter the role ${role}, in which Postgres holds workspaces'
          ' apart. Let an administrator of the server run, for those that are missing: ${CREATED} grant ${ROLES.join(', ')} to %1$I;',
          current_user);
    end $$`);
}
