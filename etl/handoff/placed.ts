type Table = 'task' | 'event' | 'survey_response';

const REFERENCES: Record<Table, { ticket: boolean; person: boolean }> = {
  task: { ticket: false, person: false },
  event: { ticket: true, person: true },
  survey_response: { ticket: true, person: true },
};

/**
 * SQL for the standing facts of a table with the account each belongs to: that of its deal, else of its ticket, else of its company,
 * else of its person. Only the first reference that a fact has is asked, even when it leads nowhere: a fact never changes its mind
 * because of a record it does not name.
 */
export function placed(table: Table): string {
  const { ticket, person } = REFERENCES[table];
  const standing = 'f.workspace_id = $1 and f.deleted_at is null';
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
  return [ofDeal, ticket ? ofTicket : null, ofCompany, person ? ofPerson : null].filter((branch) => branch !== null).join('\nunion all');
}
