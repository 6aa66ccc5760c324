import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './isolate.js';

/** A member is found among the people of the sources by a verified e-mail. */
export class OwnHandoffs0022 implements MigrationInterface {
  name = 'OwnHandoffs0000000000022';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`grant select (email_verified_at) on login to ${APP_ROLE}`);
    // Our own people are few beside those of customers.
    await tx.query(`create index person_internal_email on person (workspace_id, email) where internal`);
    await tx.query(`create index person_internal_name on person (workspace_id, name) where internal`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop index person_internal_name, person_internal_email`);
    await tx.query(`revoke select (email_verified_at) on login from ${APP_ROLE}`);
  }
}
