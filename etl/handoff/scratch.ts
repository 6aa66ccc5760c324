import type { EntityManager } from 'typeorm';

/** What one derivation works on between its statements. Dropped with its transaction. */
const TABLES = {
  changed_record: 'source_id text, stream text, record_id text',
  touched_account: 'account_id uuid primary key',
  near_link: 'source_id text, external_id text, round int, primary key (source_id, external_id)',
  link_group: `key text primary key, source_id text, external_id text, label text, old_account_id uuid, merged_into text, declared_id text,
    domain text, to_source_id text, to_external_id text, apart boolean`,
  link_edge: 'node text, other text, why text',
  reached: 'kind text, source_id text, id text, primary key (kind, source_id, id)',
  company: 'account_id uuid, source_id text, external_id text, known boolean, primary key (source_id, external_id)',
  client: 'account_id uuid, source_id text, external_id text, stream text, record_id text, primary key (source_id, external_id)',
  home_deal: 'account_id uuid, source_id text, external_id text, home_id text, primary key (source_id, external_id)',
  won_deal: `account_id uuid, handoff_id text, source_id text, external_id text, won_at timestamptz, t0_source text, reason text,
    name text, fact_id text, stream text, record_id text`,
  new_account: 'id uuid primary key, name text, domain text, dimensions jsonb, csm_source_id text, csm_external_id text',
  new_handoff: 'handoff_id text primary key, account_id uuid, won_at timestamptz, next_won_at timestamptz, first boolean',
  conversation: `account_id uuid, source_id text, external_id text, handoff_id text, person_id text, subject text,
    primary key (source_id, external_id)`,
  happening: `account_id uuid, handoff_id text, conversation text, source_id text, person_id text, kind text, fact_id text, at timestamptz,
    title text, detail text, evidence text, stream text, record_id text, done_at timestamptz, substantive boolean, begun_at timestamptz`,
  timeline: `handoff_id text, won_at timestamptz, account_id uuid, conversation text, source_id text, kind text, fact_id text, at timestamptz,
    title text, detail text, evidence text, stream text, record_id text, done_at timestamptz, substantive boolean, begun_at timestamptz`,
  message_to_read: `n int primary key, handoff_id text, won_at timestamptz, account_id uuid, conversation text, source_id text, fact_id text,
    at timestamptz, title text, stream text, record_id text, external_id text, from_customer boolean`,
  said: 'n int, tier text, section text, evidence text',
  value_rule: 'handoff_id text primary key, reached_by text, words text',
  person_name: 'source_id text, external_id text, name text, primary key (source_id, external_id)',
  basis: 'account_id uuid, source_id text, fact_id text, stream text, record_id text',
  folded: 'like handoff',
} as const;

export type Scratch = keyof typeof TABLES;

export async function makeScratch(tx: EntityManager): Promise<void> {
  await tx.query(
    Object.entries(TABLES)
      .map(([name, columns]) => `create temp table ${name} (${columns}) on commit drop;`)
      .join('\n'),
  );
}

/** Tells the planner how big a scratch table has become: it cannot know by itself within the transaction. */
export async function measure(tx: EntityManager, ...tables: Scratch[]): Promise<void> {
  await tx.query(`analyze ${tables.join(', ')}`);
}
