import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

export class WorkspaceAndSource0001 implements MigrationInterface {
  name = 'WorkspaceAndSource0000000000001';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table workspace (
        id uuid not null,
        name text not null,
        time_zone text not null,
        week_start smallint not null default '1',
        fiscal_start smallint not null default '1',
        currency text not null,
        sample boolean not null default false,
        revision bigint not null default 0,
        created_at timestamptz not null,
        primary key (id)
    )`);
    await tx.query(`create table source (
        workspace_id uuid not null,
        id text not null,
        kind text not null,
        name text not null,
        settings jsonb not null default '{}',
        credentials bytea,
        schedule text,
        period_minutes integer,
        paused_reason text,
        created_at timestamptz not null,
        primary key (workspace_id, id)
    )`);
    await tx.query(`create table sync_run (
        workspace_id uuid not null,
        id uuid not null,
        source_id text not null,
        trigger text not null,
        started_at timestamptz not null,
        heartbeat_at timestamptz not null,
        ended_at timestamptz,
        outcome text,
        error_kind text,
        error text,
        primary key (workspace_id, id)
    )`);
    await tx.query(`create table stream_run (
        workspace_id uuid not null,
        run_id uuid not null,
        stream text not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        expected_count integer,
        read_count integer not null default 0,
        written_count integer not null default 0,
        rejected_count integer not null default 0,
        error text,
        primary key (workspace_id, run_id, stream)
    )`);
    await tx.query(`create table cursor (
        workspace_id uuid not null,
        source_id text not null,
        stream text not null,
        position jsonb not null,
        moved_at timestamptz not null,
        complete_at timestamptz,
        primary key (workspace_id, source_id, stream)
    )`);
    await tx.query(`create table record (
        workspace_id uuid not null,
        source_id text not null,
        stream text not null,
        external_id text not null,
        payload jsonb not null,
        hash text not null,
        url text,
        source_at timestamptz,
        read_at timestamptz not null,
        deleted_at timestamptz,
        primary key (workspace_id, source_id, stream, external_id)
    )`);
    await tx.query(`create table rejected_record (
        workspace_id uuid not null,
        source_id text not null,
        stream text not null,
        external_id text not null,
        reason text not null,
        payload jsonb not null,
        first_read_at timestamptz not null,
        last_read_at timestamptz not null,
        resolved_at timestamptz,
        primary key (workspace_id, source_id, stream, external_id)
    )`);
    await tx.query(`create table pending_change (
        workspace_id uuid not null,
        source_id text not null,
        stream text not null,
        record_id text not null,
        primary key (workspace_id, source_id, stream, record_id)
    )`);
    await distribute(tx, ['source', 'sync_run', 'stream_run', 'cursor', 'record', 'rejected_record', 'pending_change']);
    await tx.query(`create unique index sync_run_open on sync_run (workspace_id, source_id) where ended_at is null`);
    await tx.query(`create index sync_run_recent on sync_run (workspace_id, source_id, started_at)`);
    await tx.query(`create index record_read on record (workspace_id, source_id, stream, read_at)`);
    await tx.query(`create index rejected_record_open on rejected_record (workspace_id, source_id) where resolved_at is null`);
    await tx.query(
      `alter table stream_run add foreign key (workspace_id, run_id) references sync_run (workspace_id, id) on delete cascade`,
    );
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table pending_change, rejected_record, record, cursor, stream_run, sync_run, source, workspace`);
  }
}
