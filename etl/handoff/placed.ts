import { matchedByHand, placedByHand } from './by-hand.js';

type Table = 'task' | 'event' | 'survey_response';

const REFERENCES: Record<Table, { ticket: boolean; person: boolean }> = {
  task: { ticket: false, person: false },
  event: { ticket: true, person: true },
  survey_response: { ticket: true, person: true },
};

/**
 * SQL for the standing facts of a table with the account each belongs to: that of its deal, else of its ticket, else of its company,
 * else of its person; a survey response that a person placed is where they said. Only the first reference that a fact has is asked, even when it leads nowhere: a fact never changes its mind
 * because of a record it does not name.
 */
export function placed(table: Table): string {
  const { ticket, person } = REFERENCES[table];
  const byHand = table === 'survey_response';
  const standing = `f.workspace_id = $1 and f.deleted_at is null${byHand ? ` and not ${matchedByHand('survey response', 'f')}` : ''}`;
  const noTicket = ticket ? 'and f.ticket_external_id is null' : '';
  const ofDeal = `
    select f.*, h.account_id, h.source_id || ':' || h.home_id as handoff_id, null as conversation, null as via_person
    from home_deal h join ${table} f on f.source_id = h.source_id and f.deal_external_id = h.external_id where ${standing}`;
  const ofTicket = `
    select f.*, c.account_id, c.handoff_id, c.source_id || ':' || c.external_id, c.person_id
    from conversation c join ${table} f on f.source_id = c.source_id and f.ticket_external_id = c.external_id
    where ${standing} and f.deal_external_id is null`;
  const ofCompany = `
    select f.*, c.account_id, null, null, null
    from company c join ${table} f on f.source_id = c.source_id and f.account_external_id = c.external_id
    where ${standing} and f.deal_external_id is null ${noTicket}`;
  const ofPerson = `
    select f.*, p.account_id, null, null, p.external_id
    from client p join ${table} f on f.source_id = p.source_id and f.person_external_id = p.external_id
    where ${standing} and f.deal_external_id is null and f.ticket_external_id is null and f.account_external_id is null`;
  const whereAPersonSaid = `
    select f.*, c.account_id, null, null, null
    from ${placedByHand('survey response')} join ${table} f on f.source_id = m.source_id and f.external_id = m.external_id
    where f.workspace_id = $1 and f.deleted_at is null`;
  return [ofDeal, ticket ? ofTicket : null, ofCompany, person ? ofPerson : null, byHand ? whereAPersonSaid : null]
    .filter((branch) => branch !== null)
    .join('\nunion all');
}

/** SQL for the standing subscriptions of the touched accounts. $1 is the workspace. */
export const SUBSCRIPTIONS_OF_ACCOUNTS = `
  select c.account_id, s.source_id, s.external_id
  from company c join subscription s on s.source_id = c.source_id and s.account_external_id = c.external_id
  where s.workspace_id = $1 and s.deleted_at is null and not ${matchedByHand('subscription', 's')}
  union all
  select c.account_id, s.source_id, s.external_id
  from ${placedByHand('subscription')} join subscription s on s.source_id = m.source_id and s.external_id = m.external_id
  where s.workspace_id = $1 and s.deleted_at is null`;
