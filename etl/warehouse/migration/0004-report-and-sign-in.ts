import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

export class ReportAndSignIn0004 implements MigrationInterface {
  name = 'ReportAndSignIn0000000000004';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table report (
        workspace_id uuid not null,
        id uuid not null,
        name text not null,
        recipients text[] not null,
        time_zone text not null,
        schedule text not null,
        active boolean not null default true,
        created_at timestamptz not null,
        primary key (workspace_id, id)
    )`);
    await tx.query(`create table report_delivery (
        workspace_id uuid not null,
        report_id uuid not null,
        slot timestamptz not null,
        recipient text not null,
        status text not null,
        attempts integer not null default 0,
        claimed_at timestamptz,
        sent_at timestamptz,
        message_id text,
        subject text,
        outbox_file text,
        error text,
        primary key (workspace_id, report_id, slot, recipient)
    )`);
    await tx.query(`create table sign_in_link (
        token_hash text not null,
        workspace_id uuid not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (token_hash)
    )`);
    await tx.query(`create table session (
        sid text primary key,
        sess jsonb not null,
        expire timestamptz not null
    )`);
    await tx.query(`create index session_expire on session (expire)`);
    await distribute(tx, ['report', 'report_delivery']);
    await tx.query(
      `alter table report_delivery add foreign key (workspace_id, report_id) references report (workspace_id, id) on delete cascade`,
    );
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table sign_in_link, report_delivery, report, session`);
  }
}
