import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Cursor, Source, Workspace } from '../../etl/warehouse/index.js';

export interface SyntheticOptions {
  count: number;
  /** The first is won a thousand days before, the last a moment before. */
  until: Date;
  seed?: number;
}

/** Uniform in [0, 1), the same for the same handoff, seed and purpose. */
const uniform = (purpose: string) => `((hashtextextended(i || '${purpose}', $4) & 2147483647) / 2147483648.0)::float8`;

/** With probability `share`, a moment up to `days` after the deal was won; some lie before it. */
const moment = (purpose: string, share: number, days: number) =>
  `case when ${uniform(`${purpose}?`)} < ${share} then won_at + (power(${uniform(purpose)}, 2) * ${days} - 0.5) * interval '1 day' end`;

/** As many moments as `most` allows, half of it on average, oldest first. */
const moments = (purpose: string, most: number, days: number) =>
  `array(select won_at + ((hashtextextended(i || '${purpose}' || k, $4) & 2147483647) / 2147483648.0 * ${days}) * interval '1 day'
         from generate_series(1, (${uniform(purpose)} * ${most})::int) as k order by 1)`;

/** One for each of `moments(purpose, most, ...)`. */
const tiers = (purpose: string, most: number) =>
  `array(select (array['reported', 'asked again', 'inferred'])[1 + (hashtextextended(i || 'tier' || k, $4) & 2147483647) % 3]
         from generate_series(1, (${uniform(purpose)} * ${most})::int) as k)`;

/** Six, each filled with probability `share` between `before` days before the deal was won and 12 days later. */
const sections = (share: number, before: number) =>
  `array(select case when (hashtextextended(i || 'section?' || k, $4) & 2147483647) / 2147483648.0 < ${share}
           then won_at + ((hashtextextended(i || 'section' || k, $4) & 2147483647) / 2147483648.0 * ${before + 12} - ${before}) * interval '1 day' end
         from generate_series(1, 6) as k order by k)`;

const GAP = moment('gap', 0.25, 40);

const HANDOFFS = `
  with drawn as (
    select i, $3::timestamptz - ${uniform('won')} * interval '1000 days' as won_at from generate_series(1, $2::int) as i
  )
  insert into handoff (workspace_id, id, source_id, deal_external_id, account_id, name, account_name, won_at, t0_source, segment, owner_name, csm_name,
    arr, currency, dimensions, owner_named_at, welcome_at, next_steps_at, internal_meeting_at, knowledge_transfer_at, kickoff_at,
    promise_gap_at, promise_conversation_at, onboarding_completed_at, contact_at, brief_section_at, owner_change_at, repeat_tier, first_value_at, churned_at, notice_at, survey_asked_at, survey_answered_at, survey_satisfied, survey_score, repeat_at,
    escalation_at, removed_at, revision)
  select $1, 'crm:' || i, 'crm', i, gen_random_uuid(), 'Deal ' || i, 'Account ' || i, won_at, 'stage history',
    case when ${uniform('segment')} < 0.3 then 'enterprise' else 'standard' end,
    case when ${uniform('owner?')} < 0.95 then 'Rep ' || (${uniform('owner')} * 40)::int end,
    case when ${uniform('csm?')} < 0.9 then 'CSM ' || (${uniform('csm')} * 149)::int end,
    case when ${uniform('arr?')} < 0.8 then round((1000 * exp(${uniform('arr')} * 5))::numeric, 2) end,
    case when ${uniform('currency')} < 0.9 then 'EUR' when ${uniform('currency')} < 0.95 then 'USD' end,
    jsonb_strip_nulls(jsonb_build_object(
      'region', (array['EMEA', 'AMER', 'APAC', null])[1 + (${uniform('region')} * 3)::int],
      'industry', 'Industry ' || (${uniform('industry')} * 11)::int,
      'product', 'Product ' || (${uniform('product')} * 4)::int)),
    ${moment('named', 0.95, 4)}, ${moment('welcome', 0.9, 3)}, ${moment('steps', 0.85, 5)}, ${moment('meeting', 0.8, 8)},
    ${moment('transfer', 0.75, 9)}, ${moment('kickoff', 0.85, 35)}, ${GAP},
    case when ${uniform('talk?')} < 0.7 then ${GAP} + ${uniform('talk')} * interval '5 days' end, ${moment('onboarding', 0.7, 90)},
    ${moments('contact', 10, 14)}, ${sections(0.7, 6)}, ${moments('owners', 1.2, 60)}, ${tiers('repeat', 1.4)},
    ${moment('value', 0.75, 160)}, ${moment('churn', 0.2, 300)}, ${moment('notice', 0.15, 200)}, ${moment('asked', 0.6, 12)},
    ${moment('answered', 0.4, 20)},
    case when ${uniform('verdict?')} < 0.95 then ${uniform('verdict')} < 0.8 end,
    case when ${uniform('score?')} < 0.7 then 1 + (${uniform('score')} * 4)::int end,
    ${moments('repeat', 1.4, 60)}, ${moments('escalation', 1.2, 150)},
    case when ${uniform('removed')} < 0.02 then now() end,
    1
  from drawn`;

/** A workspace of synthetic handoffs. */
export async function syntheticWorkspace(db: DataSource, options: SyntheticOptions & { timeZone?: string }): Promise<Workspace> {
  const { until, timeZone = 'Europe/Berlin' } = options;
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Synthetic', timeZone, currency: 'EUR', createdAt: until, revision: '1' });
  await syntheticHandoffs(db, id, options);
  return db.getRepository(Workspace).findOneByOrFail({ id });
}

/** Fills a workspace with handoffs read through a minute before `until`. The same seed gives the same handoffs. */
export async function syntheticHandoffs(db: DataSource, workspaceId: string, { count, until, seed = 1 }: SyntheticOptions): Promise<void> {
  await db.getRepository(Source).insert({ workspaceId, id: 'crm', kind: 'csv', name: 'CRM', createdAt: until });
  const completeAt = new Date(until.getTime() - 60_000);
  await db.getRepository(Cursor).insert({ workspaceId, sourceId: 'crm', stream: 'deals', position: {}, movedAt: until, completeAt });
  await db.query(HANDOFFS, [workspaceId, count, until, seed]);
  await db.query('analyze handoff');
}
