import type { EntityManager } from 'typeorm';
import type { Cause, Telling } from './telling.js';

/** Moments that count for themselves. */
const MOMENTS = [
  ...['won_at', 'owner_named_at', 'welcome_at', 'next_steps_at', 'internal_meeting_at', 'knowledge_transfer_at', 'kickoff_at'],
  ...['promise_gap_at', 'promise_conversation_at', 'onboarding_completed_at', 'first_value_at', 'notice_at', 'churned_at'],
  ...['survey_asked_at', 'survey_answered_at'],
];

const LISTS = ['contact_at', 'owner_change_at', 'escalation_at'];

/** They have no history: whatever they were, they are told of the whole past. */
const ATTRIBUTES = ['segment', 'owner_name', 'csm_name', 'arr', 'currency', 'dimensions'];

/** What a column says of the past, which ends before $4, as SQL over the row `of`. */
const PAST: Record<string, (of: string) => string> = {
  ...each(MOMENTS, (column) => (of) => `case when ${of}.${column} < $4 then ${of}.${column} end`),
  ...each(LISTS, (column) => (of) => `array(select m from unnest(${of}.${column}) m where m < $4 order by m)`),
  ...each(ATTRIBUTES, (column) => (of) => `${of}.${column}`),
  ...each(['survey_satisfied', 'survey_score'], (column) => (of) => `case when ${of}.survey_answered_at < $4 then ${of}.${column} end`),
  ...each(
    ['repeat_at', 'repeat_tier'],
    () => (of) =>
      `
    array(select m::text || ' ' || tier from unnest(${of}.repeat_at, ${of}.repeat_tier) e (m, tier) where m < $4 order by m, tier)`,
  ),
  brief_section_at: (of) =>
    `array(select case when m < $4 then m end from unnest(${of}.brief_section_at) with ordinality s (m, n) order by n)`,
  removed_at: (of) => `${of}.removed_at is null`,
};

/** Keeps, of every handoff about to be written or gone, what it said of a past that had been told. Comes before `folded` is written. */
export async function keepRestated(
  tx: EntityManager,
  workspaceId: string,
  { revision, telling, cause }: { revision: string; telling: Telling; cause: Cause },
): Promise<void> {
  if (telling.toldUntil === null) return;
  const version = cause.kind === 'definition' ? cause.version : null;
  const parameters = [workspaceId, revision, telling.at, endOf(telling.toldUntil), telling.toldUntil, cause.kind, version];
  for (const statement of [CHANGED, CAME, WENT]) await tx.query(statement, parameters);
}

/** A moment is counted by the second it lies in, so the whole last second had been told. */
const endOf = (until: Date) => new Date(Math.floor(until.getTime() / 1000) * 1000 + 1000);

const INTO = `insert into restatement
  (workspace_id, revision, handoff_id, found_at, known_until, cause, definition_version, before, after)`;

const SAID = '$1::uuid, $2::bigint, h.id, $3::timestamptz, $5::timestamptz, $6, $7::int';

const row = (column: string, past: (of: string) => string) =>
  `('${column}', to_jsonb(h.${column}), to_jsonb(f.${column}), (${past('h')}) is distinct from (${past('f')}))`;

const CHANGED = `${INTO}
  select ${SAID}, d.before, d.after
  from folded f join handoff h on h.workspace_id = $1 and h.id = f.id,
    lateral (
      select jsonb_object_agg(c.name, c.was) as before, jsonb_object_agg(c.name, c.became) as after
      from (values ${Object.entries(PAST)
        .map(([column, past]) => row(column, past))
        .join(', ')}) c (name, was, became, restated)
      where c.restated or f.won_at >= $4) d
  where d.before is not null and ((h.removed_at is null and h.won_at < $4) or f.won_at < $4)`;

const gone = (at: string) => `jsonb_build_object('removed_at', ${at})`;

/** All of it: what is no longer in the past may change later without being told of. */
const WHOLE = `jsonb_build_object(${Object.keys(PAST)
  .map((column) => `'${column}', h.${column}`)
  .join(', ')})`;

const CAME = `${INTO}
  select ${SAID}, ${gone('$3::timestamptz')}, ${gone('null')}
  from folded h
  where h.won_at < $4 and not exists (select from handoff o where o.workspace_id = $1 and o.id = h.id)`;

const WENT = `${INTO}
  select ${SAID}, ${WHOLE}, ${gone('$3::timestamptz')}
  from handoff h join touched_account t on t.account_id = h.account_id
  where h.workspace_id = $1 and h.removed_at is null and h.won_at < $4
    and not exists (select from new_handoff n where n.handoff_id = h.id)`;

function each(columns: string[], past: (column: string) => (of: string) => string): Record<string, (of: string) => string> {
  return Object.fromEntries(columns.map((column) => [column, past(column)]));
}
