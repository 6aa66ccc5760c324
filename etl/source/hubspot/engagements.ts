import { Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { associated, type CrmObject } from './crm-object.js';
import { crmStream } from './crm-stream.js';
import { moment, text } from './property.js';
import type { Hubspot } from './reading.js';
import type { HubspotMapping } from './settings.js';

const OF = ['deals', 'companies'];

/** A meeting counts when its outcome says it was held; a kickoff counts as scheduled as soon as it is in the calendar. */
export const meetings = (hubspot: Hubspot): Stream =>
  crmStream(hubspot, {
    type: 'meetings',
    typeId: '0-47',
    properties: ['hs_meeting_title', 'hs_meeting_start_time', 'hs_meeting_outcome', 'hs_timestamp', 'hs_createdate', 'hs_lastmodifieddate'],
    history: [],
    associated: OF,
    toRows: (meeting) => [{ table: Event, rows: meetingEvents(meeting, hubspot.settings.mapping) }],
  });

/** Only calls that were answered, in either direction. */
export const calls = (hubspot: Hubspot): Stream =>
  crmStream(hubspot, {
    type: 'calls',
    typeId: '0-48',
    properties: ['hs_call_title', 'hs_call_status', 'hs_timestamp', 'hs_createdate', 'hs_lastmodifieddate'],
    history: [],
    associated: OF,
    toRows: (call) => [
      { table: Event, rows: text(call, 'hs_call_status') === 'COMPLETED' ? [contact(call, text(call, 'hs_call_title'))] : [] },
    ],
  });

/** Only what we sent to the customer: what they wrote is no contact of ours. */
export const emails = (hubspot: Hubspot): Stream =>
  crmStream(hubspot, {
    type: 'emails',
    typeId: '0-49',
    properties: ['hs_email_subject', 'hs_email_direction', 'hs_email_status', 'hs_timestamp', 'hs_createdate', 'hs_lastmodifieddate'],
    history: [],
    associated: OF,
    toRows: (email) => [{ table: Event, rows: sent(email) ? [contact(email, text(email, 'hs_email_subject'))] : [] }],
  });

const sent = (email: CrmObject) =>
  text(email, 'hs_email_direction') === 'EMAIL' && !['BOUNCED', 'FAILED', 'SCHEDULED'].includes(text(email, 'hs_email_status') ?? '');

const DROPPED = ['CANCELED', 'NO_SHOW'];

function meetingEvents(meeting: CrmObject, mapping: HubspotMapping): FactRow[] {
  const title = text(meeting, 'hs_meeting_title');
  const outcome = text(meeting, 'hs_meeting_outcome') ?? '';
  const kind = mapping.meetingKinds.find(({ prefix }) => title?.startsWith(prefix))?.kind ?? 'contact-made';
  const at = moment(meeting, 'hs_meeting_start_time') ?? moment(meeting, 'hs_timestamp') ?? meeting.createdAt;
  const held = mapping.heldOutcomes.includes(outcome) ? [event(meeting, { kind, at, title })] : [];
  if (kind !== 'kickoff-held' || DROPPED.includes(outcome)) return held;
  return [...held, event(meeting, { kind: 'kickoff-scheduled', at: meeting.createdAt, title })];
}

const contact = (engagement: CrmObject, title: string | null): FactRow =>
  event(engagement, { kind: 'contact-made', at: moment(engagement, 'hs_timestamp') ?? engagement.createdAt, title });

/** Ids of engagements are unique among all of their types. */
const event = (engagement: CrmObject, { kind, at, title }: { kind: string; at: Date; title: string | null }): FactRow => ({
  externalId: `engagement:${engagement.id}:${kind}`,
  kind,
  at,
  title,
  accountExternalId: associated(engagement, 'companies'),
  dealExternalId: associated(engagement, 'deals'),
});
