import { Event, Ticket } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { contactKey } from './contacts.js';
import { associated, type CrmObject, historyOf } from './crm-object.js';
import { crmStream } from './crm-stream.js';
import { moment, text } from './property.js';
import type { Hubspot } from './reading.js';
import type { HubspotMapping } from './settings.js';
import { withStages } from './ticket-stages.js';

const PLAIN = ['subject', 'hs_pipeline', 'hs_pipeline_stage', 'hs_ticket_priority', 'createdate', 'closed_date'];

export function tickets(hubspot: Hubspot): Stream {
  const { mapping } = hubspot.settings;
  const repeat = mapping.repeatProperty === null ? [] : [mapping.repeatProperty];
  return crmStream(hubspot, {
    type: 'tickets',
    typeId: '0-5',
    properties: [...PLAIN, 'hs_lastmodifieddate', ...repeat],
    history: ['hs_pipeline_stage', 'hs_ticket_priority', ...repeat],
    associated: ['companies', 'contacts', 'deals'],
    joined: withStages,
    toRows: (ticket) => [
      { table: Ticket, rows: [row(ticket)] },
      { table: Event, rows: [...escalations(ticket, mapping), ...repeats(ticket, mapping)] },
    ],
  });
}

/** When it was escalated or reported is told by events: a ticket may be escalated more than once. */
function row(ticket: CrmObject): FactRow {
  return {
    externalId: ticket.id,
    accountExternalId: associated(ticket, 'companies'),
    requesterExternalId: requester(ticket),
    dealExternalId: associated(ticket, 'deals'),
    subject: text(ticket, 'subject'),
    status: ticket.stage?.label ?? text(ticket, 'hs_pipeline_stage'),
    priority: text(ticket, 'hs_ticket_priority')?.toLowerCase() ?? null,
    tags: [],
    openedAt: moment(ticket, 'createdate') ?? ticket.createdAt,
    solvedAt: solvedAt(ticket),
  };
}

function requester(ticket: CrmObject): string | null {
  const id = associated(ticket, 'contacts');
  return id === null ? null : contactKey(id);
}

/** A ticket opened again is not solved, whatever its close date says. */
function solvedAt(ticket: CrmObject): Date | null {
  const { stage } = ticket;
  if (stage && !stage.closed) return null;
  const closed = moment(ticket, 'closed_date');
  if (closed || !stage) return closed;
  return historyOf(ticket, 'hs_pipeline_stage').at(-1)?.timestamp ?? null;
}

function escalations(ticket: CrmObject, mapping: HubspotMapping): FactRow[] {
  const entered = (name: string, values: string[]) =>
    historyOf(ticket, name).flatMap(({ value, timestamp }) => (values.includes(value ?? '') ? [timestamp.getTime()] : []));
  const priorities = entered('hs_ticket_priority', mapping.escalatedPriorities);
  const moments = new Set([...priorities, ...entered('hs_pipeline_stage', mapping.escalatedStages)]);
  return [...moments].map((at) =>
    event(ticket, { externalId: `ticket:${ticket.id}:escalated:${at}`, kind: 'escalated', at: new Date(at), detail: null }),
  );
}

const SAID_NO = new Set(['false', 'no', '0']);

function repeats(ticket: CrmObject, { repeatProperty }: HubspotMapping): FactRow[] {
  const history = repeatProperty === null ? [] : historyOf(ticket, repeatProperty);
  const said = history.find(({ value }) => value !== null && !SAID_NO.has(value.toLowerCase()));
  if (!said) return [];
  const externalId = `ticket:${ticket.id}:information-repeated`;
  return [event(ticket, { externalId, kind: 'information-repeated', at: said.timestamp, detail: 'reported' })];
}

interface EventOfTicket {
  externalId: string;
  kind: string;
  at: Date;
  detail: string | null;
}

const event = (ticket: CrmObject, said: EventOfTicket): FactRow => ({ ...said, ticketExternalId: ticket.id });
