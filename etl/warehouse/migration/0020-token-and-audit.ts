import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';
import { APP_ROLE, DOOR_ROLE, isolate, openAtTheDoor } from './isolate.js';

/** What programs sign in with, and what everybody did. */
export class TokenAndAudit0020 implements MigrationInterface {
  name = 'TokenAndAudit0000000000020';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table api_token (
        workspace_id uuid not null,
        id uuid not null,
        login_id uuid not null,
        name text not null,
        prefix text not null,
        token_hash text not null,
        scopes text[] not null,
        visibility text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (workspace_id, id)
    )`);
    await tx.query(`create index api_token_hash on api_token (token_hash)`);
    await tx.query(`create table audit_entry (
        workspace_id uuid not null,
        number bigint not null,
        at timestamptz not null,
        actor jsonb not null,
        action text not null,
        subject text,
        detail jsonb not null,
        request_id text,
        address text,
        previous_hash text not null,
        hash text not null,
        primary key (workspace_id, number)
    )`);
    await tx.query(`create index audit_entry_at on audit_entry (workspace_id, at)`);
    await distribute(tx, ['api_token', 'audit_entry']);
    await isolate(tx, ['api_token', 'audit_entry']);
    await openAtTheDoor(tx, ['api_token', 'audit_entry']);
    // Entries are added and read; nobody changes or removes one.
    await tx.query(`revoke update, delete on audit_entry from ${APP_ROLE}, ${DOOR_ROLE}`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table audit_entry, api_token`);
  }
}
