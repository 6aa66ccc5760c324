import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

/** Slow passes beside the usual one, runs that can be told to stop, and counts held against the source's own. */
export class SweepAndCancel0006 implements MigrationInterface {
  name = 'SweepAndCancel0000000000006';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table named_record (
        workspace_id uuid not null,
        run_id uuid not null,
        source_id text not null,
        stream text not null,
        external_id text not null,
        primary key (workspace_id, run_id, stream, external_id)
    )`);
    await distribute(tx, ['named_record']);
    await tx.query(`alter table cursor add column swept_at timestamptz, add column reread_at timestamptz, add column doubt jsonb`);
    await tx.query(`alter table sync_run add column cancel_asked_at timestamptz`);
    await tx.query(`alter table stream_run
        add column gone_count integer not null default 0,
        add column standing_expected_count integer,
        add column standing_stored_count integer,
        add column standing_counted_at timestamptz`);
    await tx.query(`create index record_deleted on record (workspace_id, source_id, stream, external_id) where deleted_at is not null`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop index record_deleted`);
    await tx.query(`alter table stream_run
        drop column standing_counted_at, drop column standing_stored_count, drop column standing_expected_count, drop column gone_count`);
    await tx.query(`alter table sync_run drop column cancel_asked_at`);
    await tx.query(`alter table cursor drop column doubt, drop column reread_at, drop column swept_at`);
    await tx.query(`drop table named_record`);
  }
}
