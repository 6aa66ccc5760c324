import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

/** What had been told before and was otherwise, and through when each derivation knew. */
export class Restatement0014 implements MigrationInterface {
  name = 'Restatement0000000000014';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table derivation (
        workspace_id uuid not null,
        at timestamptz not null,
        revision bigint not null,
        known_until timestamptz,
        stream_count integer not null,
        primary key (workspace_id, at)
    )`);
    await tx.query(`create table restatement (
        workspace_id uuid not null,
        revision bigint not null,
        handoff_id text not null,
        found_at timestamptz not null,
        known_until timestamptz not null,
        cause text not null,
        definition_version integer,
        before jsonb not null,
        after jsonb not null,
        primary key (workspace_id, revision, handoff_id)
    )`);
    await distribute(tx, ['derivation', 'restatement']);
    await tx.query(`create index restatement_handoff on restatement (workspace_id, handoff_id)`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table restatement, derivation`);
  }
}
