import { Event } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Kind } from '../mapping-column.js';
import type { Row } from '../row.js';

/** A row whose kind the mapping does not translate is kept as a record and becomes no event. */
export function events(row: Row, { columns, kind: said }: TableOf<'events'>, key: string): Rows[] {
  const kind = kindOf(row, said);
  if (kind === null) return [];
  const event = {
    externalId: key,
    kind,
    at: row.neededMoment(columns.at),
    accountExternalId: row.text(columns.account),
    dealExternalId: row.text(columns.deal),
    ticketExternalId: row.text(columns.ticket),
    personExternalId: row.text(columns.person),
    title: row.text(columns.title),
    detail: row.text(columns.detail) ?? (kind === 'information-repeated' ? 'reported' : null),
    value: row.decimal(columns.value),
  };
  if (!event.accountExternalId && !event.dealExternalId && !event.ticketExternalId)
    throw new Error('names no account, deal or ticket, so nobody knows whose event it is');
  return [{ table: Event, rows: [event] }];
}

/** Null where the mapping translates the row's value into nothing. */
export function kindOf(row: Row, kind: Kind) {
  return typeof kind === 'string' ? kind : row.translated(kind.column, kind.values);
}
