import type { EntityManager } from 'typeorm';
import { HANDOFF_KINDS, type HandoffKind } from '../warehouse/index.js';
import { collectValueTasks } from './first-value.js';
import { placed, SUBSCRIPTIONS_OF_ACCOUNTS } from './placed.js';
import type { Rules } from './rules.js';
import { measure } from './scratch.js';

const INTO = `insert into happening
  (account_id, handoff_id, conversation, source_id, person_id, kind, fact_id, at, title, detail, evidence, stream, record_id, done_at, substantive)`;

/** These have tables of their own, which say more. */
const SAID_ELSEWHERE = ['deal-won', 'survey-asked', 'survey-answered'];

const SAYABLE = HANDOFF_KINDS.filter((kind) => !SAID_ELSEWHERE.includes(kind));

/** Turns the facts of the touched accounts into things that happened, each with its record. */
export async function collectHappenings(tx: EntityManager, workspaceId: string, rules: Rules): Promise<void> {
  const { escalation, repeat } = rules;
  await tx.query(WON);
  await tx.query(EVENTS, [workspaceId, SAYABLE]);
  await tx.query(TASKS, [workspaceId, escalation.tasks ? SAYABLE : SAYABLE.filter((kind) => kind !== 'escalated')]);
  await tx.query(REQUIRED_TASKS, [workspaceId]);
  await collectValueTasks(tx, workspaceId, rules.firstValue);
  await tx.query(TICKETS, [workspaceId, escalation.priorities, escalation.tags, repeat.tags]);
  await tx.query(MESSAGES, [workspaceId]);
  await tx.query(SURVEYS, [workspaceId]);
  await tx.query(SUBSCRIPTIONS, [workspaceId]);
  await measure(tx, 'happening');
}

const WON = `${INTO}
  select account_id, handoff_id, null, source_id, null, 'deal-won', fact_id, won_at, name, null, null, stream, record_id, null, false
  from won_deal where reason is null`;

const EVENTS = `${INTO}
  select p.account_id, p.handoff_id, p.conversation, p.source_id, p.via_person, p.kind, 'event:' || p.external_id, p.at, p.title,
    case when p.kind = 'information-repeated' then coalesce(p.detail, 'reported') else p.detail end, null, p.stream, p.record_id, null, false
  from (${placed('event')}) p
  where p.kind = any($2)`;

/** A task tells when it is done; one that means an escalation, when it is opened. */
const TASKS = `${INTO}
  with meaningful_tasks as (
    select p.*, case when p.required then coalesce(p.kind, 'onboarding-task-done') else p.kind end as meaning from (${placed('task')}) p
  ),
  told as (
    select t.*, case when t.meaning = 'escalated' then coalesce(t.started_at, least(t.done_at, t.due_at)) else t.done_at end as at
    from meaningful_tasks t where t.meaning = any($2)
  )
  select account_id, handoff_id, null, source_id, null, meaning, 'task:' || external_id, at, subject, null, null, stream, record_id, null, false
  from told where at is not null`;

/** Not a kind of its own: what onboarding waits for, until it is done or called off. A task without any date waits in the latest handoff. */
const REQUIRED_TASKS = `
  insert into happening
    (account_id, handoff_id, source_id, kind, fact_id, at, title, detail, stream, record_id, done_at, substantive, begun_at)
  select account_id, handoff_id, source_id, 'required', 'task:' || external_id,
    coalesce(started_at, least(due_at, done_at), 'infinity'), subject, case when done_at is null then 'cancelled' end, stream, record_id,
    coalesce(done_at, cancelled_at), false, started_at
  from (${placed('task')}) p
  where required`;

const TOLD_BY_EVENT = (kind: HandoffKind) => `exists (
        select from event e
        where e.workspace_id = $1 and e.source_id = t.source_id and e.ticket_external_id = t.external_id and e.kind = '${kind}'
          and e.deleted_at is null)`;

/** A ticket that is urgent, or has a tag, without anyone having been seen to raise or tag it, was so from the start. */
const TICKETS = `${INTO}
  with tickets as (
    select c.account_id, c.handoff_id, c.person_id, t.*,
      case when (t.priority = any($2) or t.tags && $3) and not ${TOLD_BY_EVENT('escalated')} then t.opened_at end as urgent_at,
      case when t.tags && $4 and not ${TOLD_BY_EVENT('information-repeated')} then t.opened_at end as tagged_at
    from conversation c join ticket t using (source_id, external_id)
    where t.workspace_id = $1
  )
  select account_id, handoff_id, source_id || ':' || external_id, source_id, person_id, said.kind, 'ticket:' || external_id, said.at, subject,
    said.detail, null, stream, record_id, null, false
  from tickets,
    lateral (values
      ('escalated', coalesce(escalated_at, urgent_at), null),
      ('information-repeated', coalesce(repeat_reported_at, tagged_at), 'reported')) said (kind, at, detail)
  where said.at is not null`;

/** 40 characters are more than "Thanks, we are on it": a first message that long says something. */
const MESSAGES = `${INTO}
  select c.account_id, c.handoff_id, c.source_id || ':' || c.external_id, m.source_id, c.person_id, 'contact-made', 'message:' || m.external_id,
    m.sent_at, c.subject, case when m.from_customer then 'customer' else 'us' end, null, m.stream, m.record_id, null,
    coalesce(length(trim(m.body)), 0) >= 40
  from conversation c join message m on m.source_id = c.source_id and m.ticket_external_id = c.external_id
  where m.workspace_id = $1 and m.visible and m.deleted_at is null`;

const SURVEYS = `${INTO}
  select p.account_id, p.handoff_id, p.conversation, p.source_id, p.via_person, said.kind, 'survey_response:' || p.external_id, said.at, p.comment,
    said.detail, said.evidence, p.stream, p.record_id, null, false
  from (${placed('survey_response')}) p,
    lateral (values
      ('survey-asked', p.asked_at, p.kind, null),
      ('survey-answered', p.answered_at, p.kind, null),
      ('information-repeated', case when p.repeated_information then p.answered_at end, 'reported', p.comment)) said (kind, at, detail, evidence)
  where said.at is not null`;

/** Service ends with the last subscription: one that another follows within a day, or that another outlasts, is a change of plan. */
const SUBSCRIPTIONS = `${INTO}
  with subscriptions as (
    select b.account_id, s.* from (${SUBSCRIPTIONS_OF_ACCOUNTS}) b join subscription s using (source_id, external_id) where s.workspace_id = $1
  ),
  told as (
    select s.*, case when not exists (
        select from subscriptions o
        where o.account_id = s.account_id and (o.source_id, o.external_id) <> (s.source_id, s.external_id)
          and coalesce(o.started_at, '-infinity') <= s.ended_at + interval '24 hours' and coalesce(o.ended_at, 'infinity') > s.ended_at)
      then s.ended_at end as service_ended_at
    from subscriptions s
  )
  select account_id, null, null, source_id, null, said.kind, 'subscription:' || external_id, said.at, product, reason, null, stream, record_id,
    null, false
  from told, lateral (values ('churned', service_ended_at), ('notice-given', notice_at)) said (kind, at)
  where said.at is not null`;
