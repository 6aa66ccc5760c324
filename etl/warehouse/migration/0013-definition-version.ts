import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

/** What the numbers mean, as a workspace has decided it: one row for each change. */
export class DefinitionVersion0013 implements MigrationInterface {
  name = 'DefinitionVersion0000000000013';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table definition_version (
        workspace_id uuid not null,
        version integer not null,
        definition jsonb not null,
        note text,
        decided_at timestamptz not null,
        decided_by text,
        primary key (workspace_id, version)
    )`);
    await distribute(tx, ['definition_version']);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table definition_version`);
  }
}
