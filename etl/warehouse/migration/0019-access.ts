import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';
import { APP_ROLE, isolate, keepAtTheDoor, openAtTheDoor } from './isolate.js';

/** Who may sign in, to which workspaces, and whose handoffs they see there. */
export class Access0019 implements MigrationInterface {
  name = 'Access0000000000019';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table login (
        id uuid primary key,
        email text not null,
        email_verified_at timestamptz,
        name text not null,
        password_hash text,
        password_changed_at timestamptz,
        totp_sealed text,
        totp_confirmed_at timestamptz,
        totp_last_step bigint,
        disabled_at timestamptz,
        created_at timestamptz not null,
        last_sign_in_at timestamptz
    )`);
    await tx.query(`create unique index login_email on login (email)`);
    await tx.query(`create table login_identity (
        issuer text not null,
        subject text not null,
        login_id uuid not null references login (id) on delete cascade,
        linked_at timestamptz not null,
        primary key (issuer, subject)
    )`);
    await tx.query(`create index login_identity_login on login_identity (login_id)`);
    await tx.query(`create table recovery_code (
        login_id uuid not null references login (id) on delete cascade,
        code_hash text not null,
        used_at timestamptz,
        primary key (login_id, code_hash)
    )`);
    await tx.query(`create table member (
        workspace_id uuid not null,
        login_id uuid not null,
        role text not null,
        visibility text not null,
        team_id uuid,
        joined_at timestamptz not null,
        primary key (workspace_id, login_id)
    )`);
    await tx.query(`create index member_login on member (login_id)`);
    await tx.query(`create table member_owner (
        workspace_id uuid not null,
        login_id uuid not null,
        owner_name text not null,
        linked_by text not null,
        linked_at timestamptz not null,
        primary key (workspace_id, login_id, owner_name)
    )`);
    await tx.query(`create table team (
        workspace_id uuid not null,
        id uuid not null,
        name text not null,
        created_at timestamptz not null,
        primary key (workspace_id, id)
    )`);
    await tx.query(`create table team_owner (
        workspace_id uuid not null,
        team_id uuid not null,
        owner_name text not null,
        primary key (workspace_id, team_id, owner_name)
    )`);
    await tx.query(`create table invitation (
        workspace_id uuid not null,
        id uuid not null,
        token_hash text not null,
        email text not null,
        role text not null,
        visibility text not null,
        team_id uuid,
        invited_by uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (workspace_id, id)
    )`);
    await tx.query(`create index invitation_token on invitation (token_hash)`);
    await tx.query(`create table password_reset (
        token_hash text primary key,
        login_id uuid not null references login (id) on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz
    )`);
    await distribute(tx, ['member', 'member_owner', 'team', 'team_owner', 'invitation']);
    await tx.query(
      `alter table member_owner add foreign key (workspace_id, login_id) references member (workspace_id, login_id) on delete cascade`,
    );
    await tx.query(`alter table team_owner add foreign key (workspace_id, team_id) references team (workspace_id, id) on delete cascade`);
    await isolate(tx, ['member', 'member_owner', 'team', 'team_owner', 'invitation']);
    await openAtTheDoor(tx, ['member', 'member_owner', 'team', 'team_owner', 'invitation']);
    await keepAtTheDoor(tx, ['login', 'login_identity', 'recovery_code', 'password_reset']);
    // The list of members shows their names.
    await tx.query(`grant select (id, email, name, disabled_at, last_sign_in_at, totp_confirmed_at) on login to ${APP_ROLE}`);
    await nameInSession(tx);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table session drop column login_id, drop column workspace_id`);
    await tx.query(`drop table password_reset, invitation, team_owner, team, member_owner, member, recovery_code, login_identity, login`);
  }
}

/** Comes last, since it writes the table anew while it is held: what has ended is not worth writing. */
async function nameInSession(tx: QueryRunner): Promise<void> {
  await tx.query('delete from session where expire < now()');
  await tx.query(`alter table session
      add column login_id uuid generated always as ((sess ->> 'loginId')::uuid) stored,
      add column workspace_id uuid generated always as ((sess ->> 'workspaceId')::uuid) stored`);
  await tx.query(`create index session_login on session (login_id)`);
}
