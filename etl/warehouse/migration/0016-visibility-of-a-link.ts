import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sign-in link may open only some people's handoffs; null opens all. */
export class VisibilityOfALink0016 implements MigrationInterface {
  name = 'VisibilityOfALink0000000000016';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table sign_in_link add column visibility jsonb`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table sign_in_link drop column visibility`);
  }
}
