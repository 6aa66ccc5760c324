import { Subscription } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';

export function subscriptions(row: Row, { columns }: TableOf<'subscriptions'>, key: string): Rows[] {
  const subscription = {
    externalId: key,
    accountExternalId: row.needed(columns.account),
    status: row.text(columns.status),
    product: row.text(columns.product),
    startedAt: row.moment(columns.startedAt),
    noticeAt: row.moment(columns.noticeAt),
    endedAt: row.moment(columns.endedAt),
    arr: row.decimal(columns.arr),
    currency: row.currency(columns.currency),
    reason: row.text(columns.reason),
  };
  return [{ table: Subscription, rows: [subscription] }];
}
