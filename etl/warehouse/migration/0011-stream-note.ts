import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a stream was left out: a permission or product tier that its source does not have. */
export class StreamNote0011 implements MigrationInterface {
  name = 'StreamNote0000000000011';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table stream_run add column note text`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table stream_run drop column note`);
  }
}
