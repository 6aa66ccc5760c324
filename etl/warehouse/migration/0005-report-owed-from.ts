import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report that is made or re-timed on Wednesday owes nothing for the Monday before. */
export class ReportOwedFrom0005 implements MigrationInterface {
  name = 'ReportOwedFrom0000000000005';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table report add column owed_from timestamptz`);
    await tx.query(`update report set owed_from = created_at`);
    await tx.query(`alter table report alter column owed_from set not null`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table report drop column owed_from`);
  }
}
