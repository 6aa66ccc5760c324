import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ProcessList } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import type { DataColumn } from '../ui/data-table.js';
import { counted, moment, money, periodWords, plainNumber, UNKNOWN } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { ListPanel } from '../ui/list-panel.js';
import { Page } from '../ui/page.js';
import { type AskedQuery, NO_PART, type ProcessPart, partOf } from './process-search.js';
import { useProcessList } from './use-process.js';

type Row = ProcessList['items'][number];

const NO_PAGES: ProcessList[] = [];

/** Exactly the handoffs that a number of the process counts. */
export function ProcessListPage({ query, part }: { query: AskedQuery | null; part: ProcessPart }) {
  const list = useProcessList(query, partOf(part));
  const pages = list.data?.pages ?? NO_PAGES;
  const first = pages[0];
  const rows = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  const columns = useMemo(() => columnsIn(first?.scope.timeZone ?? 'UTC', query?.asOf), [first, query?.asOf]);
  return (
    <Page
      title={first ? `${counted(first.total, 'handoff')} of the process` : 'Handoffs of the process'}
      crumbs={
        <>
          <Link to="/process" search={(now: object) => ({ ...now, ...NO_PART, ignored: undefined })}>
            Process
          </Link>
          <span aria-hidden>/</span>
          <span>{first?.label ?? 'Handoffs'}</span>
        </>
      }
      lead={
        first && (
          <p>
            {first.label} · won {periodWords(first.scope.period)} · as of {moment(first.scope.asOf, first.scope.timeZone)}
          </p>
        )
      }
    >
      <IgnoredNotice />
      <ListPanel
        list={list}
        first={first}
        rows={rows}
        columns={columns}
        caption={(total) => `${counted(total, 'handoff')}: ${first?.label ?? ''}`}
        nothing={{ title: 'No handoff is behind this number' }}
      />
    </Page>
  );
}

function columnsIn(timeZone: string, asOf: string | undefined): DataColumn<Row>[] {
  return [
    {
      id: 'account',
      header: 'Account',
      cell: (row) => (
        <Link to="/handoff/$id" params={{ id: row.id }} search={asOf ? { asOf } : {}}>
          {row.account}
        </Link>
      ),
    },
    { id: 'won', header: 'Won', cell: (row) => moment(row.wonAt, timeZone) },
    { id: 'owner', header: 'Owner', cell: (row) => row.owner ?? UNKNOWN },
    { id: 'csm', header: 'CSM', cell: (row) => row.csm ?? UNKNOWN },
    { id: 'segment', header: 'Segment', cell: (row) => row.segment },
    { id: 'amount', header: 'Amount', number: true, cell: (row) => money(row.amount, row.currency) },
    {
      id: 'outcome',
      header: 'Counted as',
      cell: (row) => (
        <>
          {row.label} {!row.mature && <Badge>so far</Badge>}
        </>
      ),
    },
    { id: 'value', header: 'Hours or days', number: true, cell: (row) => plainNumber(row.value) },
  ];
}
