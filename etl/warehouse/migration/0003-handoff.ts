import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

export class Handoff0003 implements MigrationInterface {
  name = 'Handoff0000000000003';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table account (
        workspace_id uuid not null,
        id uuid not null,
        name text not null,
        domain text,
        dimensions jsonb not null default '{}',
        primary key (workspace_id, id)
    )`);
    await tx.query(`create table handoff (
        workspace_id uuid not null,
        id text not null,
        source_id text not null,
        deal_external_id text not null,
        account_id uuid not null,
        name text not null,
        account_name text not null,
        won_at timestamptz not null,
        t0_source text not null,
        segment text not null,
        owner_name text,
        csm_name text,
        amount numeric,
        arr numeric,
        currency text,
        dimensions jsonb not null default '{}',
        owner_named_at timestamptz,
        welcome_at timestamptz,
        next_steps_at timestamptz,
        internal_meeting_at timestamptz,
        knowledge_transfer_at timestamptz,
        kickoff_at timestamptz,
        promise_gap_at timestamptz,
        promise_conversation_at timestamptz,
        onboarding_completed_at timestamptz,
        first_value_at timestamptz,
        notice_at timestamptz,
        churned_at timestamptz,
        survey_asked_at timestamptz,
        survey_answered_at timestamptz,
        survey_satisfied boolean,
        survey_score numeric,
        brief_section_at timestamptz[] not null default '{}',
        contact_at timestamptz[] not null default '{}',
        repeat_at timestamptz[] not null default '{}',
        escalation_at timestamptz[] not null default '{}',
        removed_at timestamptz,
        revision bigint not null,
        primary key (workspace_id, id)
    )`);
    await tx.query(`create table handoff_event (
        workspace_id uuid not null,
        handoff_id text not null,
        kind text not null,
        source_id text not null,
        fact_id text not null,
        at timestamptz not null,
        title text,
        detail text,
        evidence text,
        stream text not null,
        record_id text not null,
        primary key (workspace_id, handoff_id, kind, source_id, fact_id)
    )`);
    await tx.query(`create table excluded_deal (
        workspace_id uuid not null,
        source_id text not null,
        deal_external_id text not null,
        account_id uuid,
        name text,
        won_at timestamptz,
        reason text not null,
        primary key (workspace_id, source_id, deal_external_id)
    )`);
    await tx.query(`create table account_fact (
        workspace_id uuid not null,
        source_id text not null,
        fact_id text not null,
        account_id uuid not null,
        stream text not null,
        record_id text not null,
        primary key (workspace_id, source_id, fact_id, account_id)
    )`);
    await distribute(tx, ['account', 'handoff', 'handoff_event', 'excluded_deal', 'account_fact']);
    await tx.query(`create index handoff_account on handoff (workspace_id, account_id)`);
    await tx.query(`create index handoff_won on handoff (workspace_id, won_at, id)`);
    await tx.query(`create index handoff_revision on handoff (workspace_id, revision)`);
    await tx.query(`create index excluded_deal_account on excluded_deal (workspace_id, account_id)`);
    await tx.query(`create index account_fact_account on account_fact (workspace_id, account_id)`);
    await tx.query(`create index account_fact_record on account_fact (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index handoff_event_record on handoff_event (workspace_id, source_id, stream, record_id)`);
    await tx.query(
      `alter table handoff_event add foreign key (workspace_id, handoff_id) references handoff (workspace_id, id) on delete cascade`,
    );
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(`drop table account_fact, excluded_deal, handoff_event, handoff, account`);
  }
}
