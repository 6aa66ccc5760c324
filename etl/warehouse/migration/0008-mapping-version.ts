import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

/** A mapping that is changed leaves the one before it behind, so that it can be compared and taken back. */
export class MappingVersion0008 implements MigrationInterface {
  name = 'MappingVersion0000000000008';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table mapping_version (
        workspace_id uuid not null,
        source_id text not null,
        version integer not null,
        mapping jsonb not null,
        saved_at timestamptz not null,
        applied_at timestamptz,
        primary key (workspace_id, source_id, version)
    )`);
    await distribute(tx, ['mapping_version']);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table mapping_version`);
  }
}
