import type { MigrationInterface, QueryRunner } from 'typeorm';
import { distribute } from './distribute.js';

export class Fact0002 implements MigrationInterface {
  name = 'Fact0000000000002';

  async up(tx: QueryRunner): Promise<void> {
    await tx.query(`create table account_link (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        name text,
        domain text,
        declared_id text,
        merged_into text,
        csm_external_id text,
        dimensions jsonb not null default '{}',
        started_at timestamptz,
        account_id uuid,
        reason text,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table person (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        name text,
        email text,
        internal boolean not null,
        active boolean not null,
        account_external_id text,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table pipeline_stage (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        pipeline text not null,
        stage text not null,
        label text not null,
        won boolean not null,
        closed boolean not null,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table deal (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        account_external_id text,
        name text,
        pipeline text,
        stage text,
        won boolean,
        kind text,
        amount numeric,
        arr numeric,
        currency text,
        owner_external_id text,
        csm_external_id text,
        implementation_owner_external_id text,
        started_at timestamptz,
        closed_at timestamptz,
        merged_into text,
        dimensions jsonb not null default '{}',
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table deal_stage_change (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        deal_external_id text not null,
        stage text not null,
        entered_at timestamptz not null,
        won boolean,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table task (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        account_external_id text,
        deal_external_id text,
        kind text,
        subject text,
        status text,
        owner_external_id text,
        required boolean not null default false,
        started_at timestamptz,
        due_at timestamptz,
        done_at timestamptz,
        cancelled_at timestamptz,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table ticket (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        account_external_id text,
        requester_external_id text,
        deal_external_id text,
        subject text,
        status text,
        priority text,
        tags text[] not null default '{}',
        opened_at timestamptz,
        solved_at timestamptz,
        escalated_at timestamptz,
        repeat_reported_at timestamptz,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table message (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        ticket_external_id text not null,
        author_external_id text,
        from_customer boolean not null,
        visible boolean not null,
        sent_at timestamptz not null,
        body text,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table survey_response (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        account_external_id text,
        deal_external_id text,
        ticket_external_id text,
        person_external_id text,
        kind text not null,
        scale text not null,
        score numeric,
        satisfied boolean,
        repeated_information boolean,
        asked_at timestamptz,
        answered_at timestamptz,
        comment text,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table subscription (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        account_external_id text,
        status text,
        product text,
        started_at timestamptz,
        notice_at timestamptz,
        ended_at timestamptz,
        arr numeric,
        currency text,
        reason text,
        primary key (workspace_id, source_id, external_id)
    )`);
    await tx.query(`create table event (
        workspace_id uuid not null,
        source_id text not null,
        external_id text not null,
        stream text not null,
        record_id text not null,
        deleted_at timestamptz,
        kind text not null,
        at timestamptz not null,
        account_external_id text,
        deal_external_id text,
        ticket_external_id text,
        person_external_id text,
        title text,
        detail text,
        value numeric,
        primary key (workspace_id, source_id, external_id)
    )`);
    await distribute(tx, [
      'account_link',
      'person',
      'pipeline_stage',
      'deal',
      'deal_stage_change',
      'task',
      'ticket',
      'message',
      'survey_response',
      'subscription',
      'event',
    ]);
    await tx.query(`create index account_link_record on account_link (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index person_record on person (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index pipeline_stage_record on pipeline_stage (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index deal_record on deal (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index deal_stage_change_record on deal_stage_change (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index task_record on task (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index ticket_record on ticket (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index message_record on message (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index survey_response_record on survey_response (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index subscription_record on subscription (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index event_record on event (workspace_id, source_id, stream, record_id)`);
    await tx.query(`create index account_link_account on account_link (workspace_id, account_id)`);
    await tx.query(`create index account_link_domain on account_link (workspace_id, domain)`);
    await tx.query(`create index account_link_declared on account_link (workspace_id, declared_id)`);
    await tx.query(`create index person_account on person (workspace_id, source_id, account_external_id)`);
    await tx.query(`create index deal_account on deal (workspace_id, source_id, account_external_id)`);
    await tx.query(`create index task_account on task (workspace_id, source_id, account_external_id)`);
    await tx.query(`create index ticket_account on ticket (workspace_id, source_id, account_external_id)`);
    await tx.query(`create index survey_response_account on survey_response (workspace_id, source_id, account_external_id)`);
    await tx.query(`create index subscription_account on subscription (workspace_id, source_id, account_external_id)`);
    await tx.query(`create index event_ticket on event (workspace_id, source_id, ticket_external_id)`);
    await tx.query(`create index event_account on event (workspace_id, source_id, account_external_id)`);
    await tx.query(`create index deal_stage_change_deal on deal_stage_change (workspace_id, source_id, deal_external_id)`);
    await tx.query(`create index task_deal on task (workspace_id, source_id, deal_external_id)`);
    await tx.query(`create index event_deal on event (workspace_id, source_id, deal_external_id)`);
    await tx.query(`create index message_ticket on message (workspace_id, source_id, ticket_external_id)`);
    await tx.query(`create index survey_response_ticket on survey_response (workspace_id, source_id, ticket_external_id)`);
    await indexReferences(tx);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query(
      `drop table event, subscription, survey_response, message, ticket, task, deal_stage_change, deal, pipeline_stage, person, account_link`,
    );
  }
}

/** What the derivation of handoffs looks facts up by, beside their record and account. */
async function indexReferences(tx: QueryRunner): Promise<void> {
  await tx.query(`create index account_link_external on account_link (workspace_id, external_id)`);
  await tx.query(`create index account_link_merged on account_link (workspace_id, source_id, merged_into) where merged_into is not null`);
  await tx.query(`create index deal_merged on deal (workspace_id, source_id, merged_into) where merged_into is not null`);
  await tx.query(`create index person_name on person (workspace_id, name) where internal`);
  await tx.query(
    `create index person_domain on person (workspace_id, (split_part(email, '@', 2))) where account_external_id is null and email is not null`,
  );
  await tx.query(`create index ticket_deal on ticket (workspace_id, source_id, deal_external_id) where deal_external_id is not null`);
  await tx.query(
    `create index ticket_requester on ticket (workspace_id, source_id, requester_external_id) where account_external_id is null`,
  );
  await tx.query(
    `create index survey_response_deal on survey_response (workspace_id, source_id, deal_external_id) where deal_external_id is not null`,
  );
  await tx.query(
    `create index survey_response_person on survey_response (workspace_id, source_id, person_external_id) where account_external_id is null`,
  );
  await tx.query(`create index event_person on event (workspace_id, source_id, person_external_id) where account_external_id is null`);
  await tx.query(`create index event_owner on event (workspace_id, source_id, detail) where kind = 'owner-named'`);
}
