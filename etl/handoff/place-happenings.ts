import type { EntityManager } from 'typeorm';
import { measure } from './scratch.js';

/** What concerns the customer whatever deal it was written on; the rest belongs to the process of its own deal. */
const OF_THE_CUSTOMER = [
  'contact-made',
  'escalated',
  'information-repeated',
  'survey-asked',
  'survey-answered',
  'first-value',
  'notice-given',
  'churned',
];

/**
 * Gives each happening its handoff. A deal's own go to that deal's handoff; those that concern the customer only once it is won, since
 * until then nobody could place them there. An account's go to the handoff with the latest t0 before them;
 * those of the 90 days before the first t0 go to the first. A customer who leaves leaves every handoff won before, and an owner named for
 * the account is there for every handoff won after.
 */
export async function placeHappenings(tx: EntityManager): Promise<void> {
  await tx.query(PLACED, [OF_THE_CUSTOMER]);
  await measure(tx, 'timeline');
}

const COLUMNS = `h.account_id, h.conversation, h.source_id, h.kind, h.fact_id, h.at, h.title, h.detail, h.evidence, h.stream, h.record_id,
  h.done_at, h.substantive, h.begun_at`;

/** A deal has its own handoff by the time that something happens; the process of a deal has no other. */
const own = (handoff: string) => `${handoff}.handoff_id = h.handoff_id and (h.kind <> all($1) or h.at >= ${handoff}.won_at)`;

const PLACED = `
  insert into timeline
  select n.handoff_id, n.won_at, ${COLUMNS}
  from happening h join new_handoff n on ${own('n')}
  union all
  select n.handoff_id, n.won_at, ${COLUMNS}
  from happening h
    left join new_handoff own on ${own('own')}
    join new_handoff n on n.account_id = h.account_id
  where own.handoff_id is null and (h.handoff_id is null or h.kind = any($1))
    and case
      when h.kind in ('churned', 'notice-given') then n.won_at <= h.at
      when h.at >= n.won_at then n.next_won_at is null or h.at < n.next_won_at
      when h.kind = 'owner-named' then true
      else n.first and h.at >= n.won_at - interval '2160 hours'
    end`;
