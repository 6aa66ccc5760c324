import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a workspace opens only to those who have a second factor. */
export class SecondFactorRequired0029 implements MigrationInterface {
  name = 'SecondFactorRequired0000000000029';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query('alter table workspace add column second_factor_required boolean not null default false');
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query('alter table workspace drop column second_factor_required');
  }
}
