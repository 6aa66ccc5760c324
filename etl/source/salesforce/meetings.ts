import { Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import type { SalesforceMapping } from './mapping.js';
import type { Salesforce } from './org.js';
import { flag, idOfKind, moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

const FIELDS = ['Subject', 'StartDateTime', 'EndDateTime', 'WhatId', 'WhoId', 'AccountId', 'IsChild', 'IsRecurrence', 'IsArchived'];

/** Calendar entries; Salesforce calls them events. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_event.htm */
export function meetings(salesforce: Salesforce): Stream {
  const { mapping } = salesforce.settings;
  return sobjectStream(salesforce, {
    name: 'meetings',
    sobject: 'Event',
    fields: FIELDS,
    toRows: (meeting) => [{ table: Event, rows: happened(meeting, mapping) }],
  });
}

/** A kickoff in the calendar is scheduled from the day it was entered. The copies in the invitees' calendars and the head of a series say nothing more. */
function happened(meeting: SalesforceRecord, mapping: SalesforceMapping): FactRow[] {
  if (flag(meeting, 'IsChild') || flag(meeting, 'IsRecurrence')) return [];
  const subject = text(meeting, 'Subject');
  const meant = mapping.meetingKinds.find(({ prefix }) => subject?.startsWith(prefix))?.kind;
  const kind = meant ?? (text(meeting, 'WhoId') === null ? null : 'contact-made');
  const [enteredAt, heldAt] = [moment(meeting, 'CreatedDate'), moment(meeting, 'EndDateTime') ?? moment(meeting, 'StartDateTime')];
  return [
    ...(kind === null || heldAt === null ? [] : [event(meeting, kind, heldAt)]),
    ...(kind !== 'kickoff-held' || enteredAt === null ? [] : [event(meeting, 'kickoff-scheduled', enteredAt)]),
  ];
}

function event(meeting: SalesforceRecord, kind: string, at: Date): FactRow {
  const what = text(meeting, 'WhatId');
  return {
    externalId: `meeting:${meeting.Id}:${kind}`,
    kind,
    at,
    accountExternalId: text(meeting, 'AccountId') ?? idOfKind(what, '001'),
    dealExternalId: idOfKind(what, '006'),
    personExternalId: idOfKind(text(meeting, 'WhoId'), '003'),
    title: text(meeting, 'Subject'),
    detail: null,
  };
}
