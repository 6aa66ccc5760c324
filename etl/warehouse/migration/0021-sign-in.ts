import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepAtTheDoor } from './isolate.js';

/** Tries are counted, and a session is found by the hash of its id: who reads the database can use none. */
export class SignIn0021 implements MigrationInterface {
  name = 'SignIn0000000000021';

  async up(tx: QueryRunner): Promise<void> {
    // Unlogged: it is written often, and a crash of Postgres that forgets it gives no more than one window's tries.
    await tx.query(`create unlogged table throttle (
        key text primary key,
        points integer not null,
        expire bigint
    )`);
    await keepAtTheDoor(tx, ['throttle']);
    await tx.query(`create index throttle_expire on throttle (expire)`);
    await tx.query(`alter table session add column seen_at timestamptz not null default now()`);
    await tx.query(`update session set sid = encode(sha256(convert_to(sid, 'UTF8')), 'hex')`);
    await tx.query(`create index password_reset_login on password_reset (login_id)`);
  }

  /** What a hash was made of is not known: whoever was signed in signs in again. */
  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop index password_reset_login`);
    await tx.query(`delete from session`);
    await tx.query(`alter table session drop column seen_at`);
    await tx.query(`drop table throttle`);
  }
}
