import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';
import { APP_ROLE, isolate, openAtTheDoor } from './isolate.js';

/** What is under way and not written down yet, and the domain of an address where an index may know it. */
export class BegunDeedAndEmailDomain0031 implements MigrationInterface {
  name = 'BegunDeedAndEmailDomain0000000000031';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table begun_deed (
        workspace_id uuid not null,
        id uuid not null,
        begun_at timestamptz not null,
        actor jsonb not null,
        what text not null,
        subject text,
        request_id text,
        address text,
        primary key (workspace_id, id)
    )`);
    await distribute(tx, ['begun_deed']);
    await isolate(tx, ['begun_deed']);
    await openAtTheDoor(tx, ['begun_deed']);
    await tx.query(`revoke all on begun_deed from ${APP_ROLE}`);
    await tx.query(`alter table person add column email_domain text`);
    // Empty still, so that to build them holds writers up no longer than a look at the table.
    await tx.query(
      `create index person_email_domain on person (workspace_id, email_domain) where email_domain is not null and account_external_id is null`,
    );
    await tx.query(`create index person_without_domain on person (workspace_id) where email_domain is null and email is not null`);
    await tx.query(`drop index person_domain`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(
      `create index person_domain on person (workspace_id, (split_part(email, '@', 2))) where account_external_id is null and email is not null`,
    );
    await tx.query(`drop index person_without_domain, person_email_domain`);
    await tx.query(`alter table person drop column email_domain`);
    await tx.query(`drop table begun_deed`);
  }
}
