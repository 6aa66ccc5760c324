import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

/** What a person said of an episode of repeated information. */
export class EpisodeVerdict0015 implements MigrationInterface {
  name = 'EpisodeVerdict0000000000015';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table episode_verdict (
        workspace_id uuid not null,
        source_id text not null,
        episode text not null,
        verdict text not null,
        handoff_id text not null,
        tier text not null,
        fact_id text not null,
        at timestamptz not null,
        title text,
        evidence text,
        stream text not null,
        record_id text not null,
        decided_at timestamptz not null,
        primary key (workspace_id, source_id, episode)
    )`);
    await distribute(tx, ['episode_verdict']);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table episode_verdict`);
  }
}
