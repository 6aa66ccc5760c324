import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether all handoffs have been derived by the rules of a version, and if not, how far that came. */
export class AppliedDefinition0017 implements MigrationInterface {
  name = 'AppliedDefinition0000000000017';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table definition_version
      add column applied_at timestamptz,
      add column applied_through uuid`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`alter table definition_version drop column applied_at, drop column applied_through`);
  }
}
