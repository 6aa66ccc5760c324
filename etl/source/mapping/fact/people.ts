import { Person } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';

/** People are ours unless the mapping says who is not. */
export function people(row: Row, { columns }: TableOf<'people'>): Rows[] {
  const person = {
    externalId: row.needed(columns.id),
    name: row.text(columns.name),
    email: row.text(columns.email)?.toLowerCase() ?? null,
    internal: row.flag(columns.internal) ?? true,
    active: row.flag(columns.active) ?? true,
    accountExternalId: row.text(columns.account),
  };
  return [{ table: Person, rows: [person] }];
}
