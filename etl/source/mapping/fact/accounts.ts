import { AccountLink } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';
import { domainOf } from './domain.js';
import { momentEvents } from './moment-events.js';

export function accounts(row: Row, { columns, dimensions, moments }: TableOf<'accounts'>): Rows[] {
  const externalId = row.needed(columns.id);
  const link = {
    externalId,
    name: row.text(columns.name) ?? externalId,
    domain: domainOf(row.text(columns.domain)),
    declaredId: row.text(columns.declaredId),
    csmExternalId: row.text(columns.csm),
    dimensions: row.dimensions(dimensions),
    startedAt: row.moment(columns.createdAt),
  };
  const owner = { key: `account:${externalId}`, accountExternalId: externalId, dealExternalId: null };
  return [{ table: AccountLink, rows: [link] }, momentEvents(row, moments, owner)];
}
