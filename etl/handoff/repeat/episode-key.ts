import { matchedByHand } from '../by-hand.js';

/**
 * SQL for what stays of an episode when it is found again, of a row `of` with source_id and fact_id: 'ticket:' and its id when its fact is
 * part of a conversation, else the fact. The derivation says the same of its own rows. $1 is the workspace.
 */
export const episodeKey = (of: string): string => `coalesce(
    case when ${of}.fact_id like 'ticket:%' then ${of}.fact_id end,
    (select 'ticket:' || f.ticket_external_id from message f
      where f.workspace_id = $1 and f.source_id = ${of}.source_id and ${of}.fact_id like 'message:%'
        and f.external_id = substr(${of}.fact_id, length('message:') + 1)),
    (select 'ticket:' || f.ticket_external_id from event f
      where f.workspace_id = $1 and f.source_id = ${of}.source_id and ${of}.fact_id like 'event:%'
        and f.external_id = substr(${of}.fact_id, length('event:') + 1) and f.deal_external_id is null),
    (select 'ticket:' || f.ticket_external_id from survey_response f
      where f.workspace_id = $1 and f.source_id = ${of}.source_id and ${of}.fact_id like 'survey_response:%'
        and f.external_id = substr(${of}.fact_id, length('survey_response:') + 1) and f.deal_external_id is null
        and not ${matchedByHand('survey response', 'f')}),
    ${of}.fact_id)`;
