import { Link } from '@tanstack/react-router';
import type { HandoffList } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import type { DataColumn } from '../ui/data-table.js';
import { moment, money, plainNumber, UNKNOWN } from '../ui/format.js';

type Row = HandoffList['items'][number];

/** Columns of the list behind a number; the last two say how the handoff counted in it. `asOf` is handed on to the handoff's page. */
export function handoffColumns(timeZone: string, asOf: string | undefined): DataColumn<Row>[] {
  return [
    {
      id: 'account',
      header: 'Account',
      sortBy: (row) => row.account,
      cell: (row) => (
        <Link to="/handoff/$id" params={{ id: row.id }} search={asOf ? { asOf } : {}}>
          {row.account}
        </Link>
      ),
    },
    { id: 'won', header: 'Won', sortBy: (row) => row.wonAt, cell: (row) => moment(row.wonAt, timeZone) },
    { id: 'owner', header: 'Owner', sortBy: (row) => row.owner ?? undefined, cell: (row) => row.owner ?? UNKNOWN },
    { id: 'csm', header: 'CSM', sortBy: (row) => row.csm ?? undefined, cell: (row) => row.csm ?? UNKNOWN },
    { id: 'segment', header: 'Segment', sortBy: (row) => row.segment, cell: (row) => row.segment },
    {
      id: 'amount',
      header: 'Amount',
      number: true,
      sortBy: (row) => row.amount ?? undefined,
      cell: (row) => money(row.amount, row.currency),
    },
    {
      id: 'outcome',
      header: 'Counted as',
      sortBy: (row) => row.label,
      cell: (row) => (
        <>
          {row.label} {!row.mature && <Badge>so far</Badge>}
        </>
      ),
    },
    { id: 'value', header: 'Value', number: true, sortBy: (row) => row.value ?? undefined, cell: (row) => plainNumber(row.value) },
  ];
}
