import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

/** Rows as they were before an import. */
export class KeptRow0010 implements MigrationInterface {
  name = 'KeptRow0000000000010';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table kept_row (
        workspace_id uuid not null,
        source_id text not null,
        kind text not null,
        stream text not null,
        external_id text not null,
        was jsonb,
        primary key (workspace_id, source_id, kind, stream, external_id)
    )`);
    await distribute(tx, ['kept_row']);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table kept_row`);
  }
}
