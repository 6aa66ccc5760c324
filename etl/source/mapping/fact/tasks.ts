import { Task } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';
import { kindOf } from './events.js';

export function tasks(row: Row, { columns, kind }: TableOf<'tasks'>, key: string): Rows[] {
  const task = {
    externalId: key,
    accountExternalId: row.text(columns.account),
    dealExternalId: row.text(columns.deal),
    kind: kind ? kindOf(row, kind) : null,
    subject: row.text(columns.subject),
    status: row.text(columns.status),
    ownerExternalId: row.text(columns.owner),
    required: row.flag(columns.required) ?? false,
    startedAt: row.moment(columns.createdAt),
    dueAt: row.moment(columns.dueAt),
    doneAt: row.moment(columns.doneAt),
    cancelledAt: row.moment(columns.cancelledAt),
  };
  return [{ table: Task, rows: [task] }];
}
