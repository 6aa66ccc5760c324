import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people change is told apart from what syncs bring: it is seen by the very next question. */
export class ChangedByHand0028 implements MigrationInterface {
  name = 'ChangedByHand0000000000028';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query('alter table workspace add column by_hand_count bigint not null default 0');
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query('alter table workspace drop column by_hand_count');
  }
}
