import { z } from 'zod';
import { Task } from '../../warehouse/index.js';
import { instant } from '../instant.js';
import type { FactRow, Stream } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { reference } from './field-value.js';
import { pipedriveStream } from './pipedrive-stream.js';
import { type Pipedrive, wireRecord } from './record.js';
import type { PipedriveMapping } from './settings.js';

/** https://developers.pipedrive.com/docs/api/v1/Activities : due in UTC; `marked_as_done_time` stays when it is undone. */
const wireActivity = wireRecord.extend({
  subject: z.string().nullish(),
  type: z.string().nullish(),
  owner_id: z.int().nullish(),
  deal_id: z.int().nullish(),
  org_id: z.int().nullish(),
  due_date: z.string().nullish(),
  due_time: z.string().nullish(),
  done: z.boolean().default(false),
  marked_as_done_time: wireInstant.nullish(),
});

export function activities(pipedrive: Pipedrive): Stream {
  const { mapping } = pipedrive.settings;
  return pipedriveStream(pipedrive, {
    name: 'activities',
    path: '/api/v2/activities',
    wire: wireActivity,
    fields: null,
    page: '/activities/list?activity=',
    toRows: (activity) => [{ table: Task, rows: [row(activity, mapping)] }],
  });
}

function row(activity: z.output<typeof wireActivity>, mapping: PipedriveMapping): FactRow {
  const subject = activity.subject?.trim() || null;
  const meaning = mapping.activityKinds.find(({ prefix }) => subject?.startsWith(prefix));
  return {
    externalId: String(activity.id),
    accountExternalId: reference(activity.org_id),
    dealExternalId: reference(activity.deal_id),
    kind: meaning?.kind ?? null,
    subject,
    status: activity.done ? 'done' : 'open',
    ownerExternalId: reference(activity.owner_id),
    required: meaning?.required ?? false,
    startedAt: activity.add_time ?? null,
    dueAt: dueAt(activity.due_date, activity.due_time),
    doneAt: activity.done ? (activity.marked_as_done_time ?? activity.update_time ?? null) : null,
    cancelledAt: null,
  };
}

/** Without a time of day it is due by the end of the day, which is when it is late. */
function dueAt(date: string | null | undefined, time: string | null | undefined): Date | null {
  if (!date) return null;
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time ?? '') ?? [];
  return instant(`${date}T${hours ?? '23'}:${minutes ?? '59'}:00Z`);
}
