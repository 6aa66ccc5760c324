import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';
import { isolate, keepAtTheDoor } from './isolate.js';

/** What ends, what may not, and whose data does not come back. */
export class Ending0026 implements MigrationInterface {
  name = 'Ending0000000000026';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table ended_workspace (
        id uuid primary key,
        asked_at timestamptz not null
    )`);
    await tx.query(`create table erased_person (
        workspace_id uuid not null,
        kind text not null,
        hash text not null,
        erased_at timestamptz not null,
        primary key (workspace_id, kind, hash)
    )`);
    await tx.query(`create table erasure_key (
        workspace_id uuid primary key,
        sealed bytea not null
    )`);
    await distribute(tx, ['erased_person', 'erasure_key']);
    await isolate(tx, ['erased_person', 'erasure_key']);
    await keepAtTheDoor(tx, ['ended_workspace']);
    await tx.query(`alter table workspace
        add column hold_reason text,
        add column held_at timestamptz,
        add column audit_days integer`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table workspace drop column audit_days, drop column held_at, drop column hold_reason`);
    await tx.query(`drop table erasure_key, erased_person, ended_workspace`);
  }
}
