import { Deal } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';
import { momentEvents } from './moment-events.js';

/** A deal without stage history: the day in its `wonAt` column is its close date, and a deal that has one is won unless the mapping says which are. */
export function deals(row: Row, { columns, dimensions, moments, needsAccount = true }: TableOf<'deals'>): Rows[] {
  const externalId = row.needed(columns.id);
  const accountExternalId = needsAccount ? row.needed(columns.account) : row.text(columns.account);
  const closedAt = row.moment(columns.wonAt);
  const deal = {
    externalId,
    accountExternalId,
    name: row.text(columns.name),
    won: columns.won ? (row.flag(columns.won) ?? false) : wonByDay(columns.wonAt, closedAt),
    kind: columns.kind ? row.translated(columns.kind.column, columns.kind.values) : null,
    amount: row.decimal(columns.amount),
    arr: row.decimal(columns.arr),
    currency: row.currency(columns.currency),
    ownerExternalId: row.text(columns.owner),
    csmExternalId: row.text(columns.csm),
    implementationOwnerExternalId: row.text(columns.implementationOwner),
    startedAt: row.moment(columns.createdAt),
    closedAt,
    dimensions: row.dimensions(dimensions),
  };
  return [
    { table: Deal, rows: [deal] },
    momentEvents(row, moments, { key: `deal:${externalId}`, accountExternalId, dealExternalId: externalId }),
  ];
}

/** Null leaves it to the file of stages. */
const wonByDay = (column: string | undefined, closedAt: Date | null) => (column === undefined ? null : closedAt !== null);
