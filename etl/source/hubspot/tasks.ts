import { Task } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { associated, type CrmObject } from './crm-object.js';
import { crmStream } from './crm-stream.js';
import { moment, text } from './property.js';
import type { Hubspot } from './reading.js';
import type { HubspotMapping } from './settings.js';

export function tasks(hubspot: Hubspot): Stream {
  const { mapping } = hubspot.settings;
  return crmStream(hubspot, {
    type: 'tasks',
    typeId: '0-27',
    properties: [
      'hs_task_subject',
      'hs_task_status',
      'hs_timestamp',
      'hs_task_completion_date',
      'hs_createdate',
      'hubspot_owner_id',
      'hs_lastmodifieddate',
    ],
    history: [],
    associated: ['deals', 'companies'],
    toRows: (task) => [{ table: Task, rows: [row(task, mapping)] }],
  });
}

function row(task: CrmObject, mapping: HubspotMapping): FactRow {
  const subject = text(task, 'hs_task_subject');
  const status = text(task, 'hs_task_status');
  const meaning = mapping.taskKinds.find(({ prefix }) => subject?.startsWith(prefix));
  return {
    externalId: task.id,
    accountExternalId: associated(task, 'companies'),
    dealExternalId: associated(task, 'deals'),
    kind: meaning?.kind ?? null,
    subject,
    status,
    ownerExternalId: text(task, 'hubspot_owner_id'),
    required: meaning?.required ?? false,
    startedAt: moment(task, 'hs_createdate') ?? task.createdAt,
    dueAt: moment(task, 'hs_timestamp'),
    // A task that was reopened keeps its old completion date.
    doneAt: status === 'COMPLETED' ? moment(task, 'hs_task_completion_date') : null,
    cancelledAt: null,
  };
}
