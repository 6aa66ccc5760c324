import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `person_name` is the same index, made before it: whoever is written had to be entered in both. */
export class OneNameIndex0032 implements MigrationInterface {
  name = 'OneNameIndex0000000000032';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query('drop index person_internal_name');
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query('create index person_internal_name on person (workspace_id, name) where internal');
  }
}
