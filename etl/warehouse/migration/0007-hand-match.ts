import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

/** What belongs where, as a person decided it. */
export class HandMatch0007 implements MigrationInterface {
  name = 'HandMatch0000000000007';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table hand_match (
        workspace_id uuid not null,
        kind text not null,
        source_id text not null,
        external_id text not null,
        to_source_id text,
        to_external_id text,
        decided_at timestamptz not null,
        primary key (workspace_id, kind, source_id, external_id)
    )`);
    await distribute(tx, ['hand_match']);
    await tx.query(`create index hand_match_to on hand_match (workspace_id, to_source_id, to_external_id)`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table hand_match`);
  }
}
