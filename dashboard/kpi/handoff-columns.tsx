import { Link } from '@tanstack/react-router';
import type { HandoffList } from '../api/shape.js';
import type { DataColumn } from '../ui/data-table.js';
import { moment, money, quantity, UNKNOWN, type Unit } from '../ui/format.js';

type Row = HandoffList['items'][number];

/** Columns of the list behind a number; the last two say how the handoff counted in it. */
export function handoffColumns(unit: Unit, timeZone: string, asOf: string | undefined): DataColumn<Row>[] {
  return [
    {
      id: 'account',
      header: 'Account',
      sortable: true,
      cell: ({ row: { original } }) => (
        <Link to="/handoff/$id" params={{ id: original.id }} search={asOf ? { asOf } : {}}>
          {original.accountName}
        </Link>
      ),
    },
    { id: 'won', header: 'Won', sortable: true, cell: ({ row: { original } }) => moment(original.wonAt, timeZone) },
    { id: 'owner', header: 'Owner', cell: ({ row: { original } }) => original.owner ?? UNKNOWN },
    { id: 'csm', header: 'CSM', cell: ({ row: { original } }) => original.csm ?? UNKNOWN },
    { id: 'segment', header: 'Segment', cell: ({ row: { original } }) => original.segment },
    {
      id: 'amount',
      header: 'Amount',
      number: true,
      sortable: true,
      cell: ({ row: { original } }) => money(original.amount, original.currency),
    },
    { id: 'outcome', header: 'Counted as', cell: ({ row: { original } }) => original.outcomeLabel },
    {
      id: 'value',
      header: 'Value',
      number: true,
      sortable: true,
      cell: ({ row: { original } }) => quantity(original.value, unit),
    },
  ];
}
