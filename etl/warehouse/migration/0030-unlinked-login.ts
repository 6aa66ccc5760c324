import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose login was taken apart from the provider by hand: an equal address does not put them together again. */
export class UnlinkedLogin0030 implements MigrationInterface {
  name = 'UnlinkedLogin0000000000030';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query('alter table login add column unlinked_at timestamptz');
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query('alter table login drop column unlinked_at');
  }
}
