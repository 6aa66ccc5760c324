import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who owns a handoff changes hands, and an episode has a tier: both as lists beside the moments. */
export class OwnerChangeAndRepeatTier0012 implements MigrationInterface {
  name = 'OwnerChangeAndRepeatTier0000000000012';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table handoff
      add column owner_change_at timestamptz[] not null default '{}',
      add column repeat_tier text[] not null default '{}'`);
    await tx.query(`drop index event_owner`);
    await tx.query(`create index event_owner on event (workspace_id, source_id, detail) where kind in ('owner-named', 'owner-changed')`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table handoff drop column owner_change_at, drop column repeat_tier`);
    await tx.query(`drop index event_owner`);
    await tx.query(`create index event_owner on event (workspace_id, source_id, detail) where kind = 'owner-named'`);
  }
}
