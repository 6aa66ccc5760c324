import { Message } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';

export function messages(row: Row, { columns }: TableOf<'messages'>, key: string): Rows[] {
  const message = {
    externalId: key,
    ticketExternalId: row.needed(columns.ticket),
    authorExternalId: row.text(columns.author),
    fromCustomer: row.flag(columns.fromCustomer) ?? false,
    visible: row.flag(columns.visible) ?? true,
    sentAt: row.neededMoment(columns.sentAt),
    body: row.text(columns.body),
  };
  return [{ table: Message, rows: [message] }];
}
