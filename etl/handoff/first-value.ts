import type { EntityManager } from 'typeorm';
import { placed } from './placed.js';
import type { Rules } from './rules.js';
import { measure } from './scratch.js';

type FirstValue = Rules['firstValue'];

/** Collects the done tasks that may be first value. Not a kind of their own: `findFirstValue` takes them away again. */
export async function collectValueTasks(tx: EntityManager, workspaceId: string, rules: FirstValue): Promise<void> {
  const words = rules.flatMap(({ when, task }) => (when === 'task' && task !== null ? [task] : []));
  if (words.length > 0) await tx.query(VALUE_TASKS, [workspaceId, words]);
}

/**
 * Puts first value where a rule says that it is something else than the mapped event: the first rule that is for the product of the handoff,
 * or for all. A handoff that no rule is for keeps its event.
 */
export async function findFirstValue(tx: EntityManager, workspaceId: string, rules: FirstValue): Promise<void> {
  if (rules.every(({ when }) => when === 'event')) return;
  await tx.query(RULED, [workspaceId, JSON.stringify(rules)]);
  await measure(tx, 'value_rule');
  await tx.query(`delete from timeline t using value_rule r where t.handoff_id = r.handoff_id and t.kind = 'first-value'`);
  await tx.query(REACHED);
  await tx.query(`delete from timeline where kind = 'task-done'`);
}

const VALUE_TASKS = `
  insert into happening
    (account_id, handoff_id, conversation, source_id, person_id, kind, fact_id, at, title, detail, evidence, stream, record_id, done_at, substantive)
  select account_id, handoff_id, null, source_id, null, 'task-done', 'task:' || external_id, done_at, subject, null, null, stream, record_id,
    null, false
  from (${placed('task')}) p
  where done_at is not null
    and exists (select from unnest($2::text[]) wanted (words) where position(lower(wanted.words) in lower(p.subject)) > 0)`;

const RULED = `
  with rules as (
    select place, lower(rule ->> 'product') as product, rule ->> 'when' as reached_by, lower(rule ->> 'task') as words
    from jsonb_array_elements($2::jsonb) with ordinality as given (rule, place)
  ),
  products as (
    select n.handoff_id, lower((a.dimensions || d.dimensions) ->> 'product') as product
    from new_handoff n join won_deal w using (handoff_id) join new_account a on a.id = n.account_id
      join deal d on d.source_id = w.source_id and d.external_id = w.external_id
    where d.workspace_id = $1
  ),
  first_rules as (
    select distinct on (p.handoff_id) p.handoff_id, r.reached_by, r.words
    from products p join rules r on r.product is null or r.product = p.product
    order by p.handoff_id, r.place
  )
  insert into value_rule select handoff_id, reached_by, words from first_rules where reached_by <> 'event'`;

const REACHED = `
  insert into timeline
  select distinct on (t.handoff_id) t.handoff_id, t.won_at, t.account_id, t.conversation, t.source_id, 'first-value', t.fact_id, t.at,
    t.title, t.detail, t.evidence, t.stream, t.record_id, null::timestamptz, false
  from timeline t join value_rule r using (handoff_id)
  where t.kind = r.reached_by or (r.reached_by = 'task' and t.kind = 'task-done' and position(r.words in lower(t.title)) > 0)
  order by t.handoff_id, t.at, t.source_id, t.fact_id`;
