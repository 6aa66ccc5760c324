import { Ticket } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';

export function tickets(row: Row, { columns }: TableOf<'tickets'>): Rows[] {
  const openedAt = row.moment(columns.openedAt);
  const ticket = {
    externalId: row.needed(columns.id),
    accountExternalId: row.text(columns.account),
    dealExternalId: row.text(columns.deal),
    requesterExternalId: row.text(columns.requester),
    subject: row.text(columns.subject),
    status: row.text(columns.status),
    priority: row.text(columns.priority),
    openedAt,
    solvedAt: row.moment(columns.solvedAt),
    escalatedAt: row.moment(columns.escalatedAt) ?? (row.flag(columns.escalated) ? openedAt : null),
    repeatReportedAt: row.moment(columns.repeatReportedAt),
    tags: row.list(columns.tags),
  };
  return [{ table: Ticket, rows: [ticket] }];
}
