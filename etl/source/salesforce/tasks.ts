import { Task } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import type { SalesforceMapping } from './mapping.js';
import type { Salesforce } from './org.js';
import { endOfDay, flag, idOfKind, moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

const FIELDS = [
  'Subject',
  'Status',
  'IsClosed',
  'ActivityDate',
  'CompletedDateTime',
  'WhatId',
  'AccountId',
  'OwnerId',
  'TaskSubtype',
  'IsArchived',
];

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm */
export function tasks(salesforce: Salesforce): Stream {
  const { mapping } = salesforce.settings;
  return sobjectStream(salesforce, {
    name: 'tasks',
    sobject: 'Task',
    fields: FIELDS,
    toRows: (task) => [{ table: Task, rows: [row(task, mapping)] }],
  });
}

function row(task: SalesforceRecord, mapping: SalesforceMapping): FactRow {
  const subject = text(task, 'Subject');
  const status = text(task, 'Status');
  const what = text(task, 'WhatId');
  const meaning = mapping.taskKinds.find(({ prefix }) => subject?.startsWith(prefix));
  const cancelled = mapping.cancelledTaskStatuses.includes(status ?? '');
  // Tasks closed before Salesforce kept the moment have none: the last change is the latest it can have been.
  const closedAt = flag(task, 'IsClosed') || cancelled ? (moment(task, 'CompletedDateTime') ?? moment(task, 'LastModifiedDate')) : null;
  return {
    externalId: task.Id,
    accountExternalId: text(task, 'AccountId') ?? idOfKind(what, '001'),
    dealExternalId: idOfKind(what, '006'),
    kind: meaning?.kind ?? contact(text(task, 'TaskSubtype')),
    subject,
    status,
    ownerExternalId: text(task, 'OwnerId'),
    required: meaning?.required ?? false,
    startedAt: moment(task, 'CreatedDate'),
    dueAt: endOfDay(task, 'ActivityDate'),
    doneAt: cancelled ? null : closedAt,
    cancelledAt: cancelled ? closedAt : null,
  };
}

/** Logged calls and e-mails are tasks too. */
const contact = (subtype: string | null) => (subtype === 'Call' || subtype === 'Email' ? 'contact-made' : null);
