import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

/** What vendors say has changed, until it has been read; and which of their messages have come, so that none counts twice. */
export class Webhook0009 implements MigrationInterface {
  name = 'Webhook0000000000009';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table webhook_receipt (
        workspace_id uuid not null,
        source_id text not null,
        id text not null,
        received_at timestamptz not null,
        primary key (workspace_id, source_id, id)
    )`);
    await tx.query(`create table webhook_change (
        workspace_id uuid not null,
        source_id text not null,
        stream text not null,
        external_id text not null,
        received_at timestamptz not null,
        primary key (workspace_id, source_id, stream, external_id)
    )`);
    await distribute(tx, ['webhook_receipt', 'webhook_change']);
    await tx.query(`create index webhook_receipt_received on webhook_receipt (workspace_id, received_at)`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table webhook_change, webhook_receipt`);
  }
}
