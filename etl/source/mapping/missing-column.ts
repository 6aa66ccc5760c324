import type { MappedTable } from './mapped-table.js';

/** What no single column can tell: that a row can be joined to a handoff at all. Null when nothing is missing. */
export function missingColumn(table: MappedTable, all: MappedTable[]): string | null {
  const { what } = table;
  if (what === 'deals' && !table.columns.wonAt && !all.some((other) => other.what === 'stages'))
    return 'needs wonAt: the column with the day on which a deal was won (or a file of stages)';
  if ((what === 'events' || what === 'surveys' || what === 'tasks') && !table.columns.account && !table.columns.deal && !ticketOf(table))
    return 'needs account or deal: the column that says whose row it is';
  if (what === 'surveys' && !table.columns.answeredAt && !table.columns.askedAt) return 'needs answeredAt: when the customer answered';
  return null;
}

const ticketOf = (table: MappedTable) => ('ticket' in table.columns ? table.columns.ticket : undefined);
