import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { FactorList } from '../api/shape.js';
import type { DataColumn } from '../ui/data-table.js';
import { counted, moment, money, periodWords, plainNumber, UNKNOWN } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { ListPanel } from '../ui/list-panel.js';
import { Page } from '../ui/page.js';
import type { AskedQuery, SideSearch } from './driver-search.js';
import { useSide } from './use-driver.js';

type Row = FactorList['items'][number];

const NO_PAGES: FactorList[] = [];

/** Exactly the handoffs on one side of a factor. */
export function SideListPage({ asked, id, side }: { asked: AskedQuery | null; id: string; side: SideSearch }) {
  const list = useSide(asked, id, side);
  const pages = list.data?.pages ?? NO_PAGES;
  const first = pages[0];
  const rows = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  const columns = useMemo(() => columnsIn(first?.scope.timeZone ?? 'UTC'), [first]);
  const name = `${first?.factor ?? 'Factor'}: ${side.place ?? 'yes'}`;
  return (
    <Page
      title={first ? counted(first.total, 'handoff') : 'Handoffs'}
      crumbs={
        <>
          <Link to="/driver" search={(now: object) => ({ ...now, place: undefined, of: undefined, ignored: undefined })}>
            Drivers
          </Link>
          <span aria-hidden>/</span>
          <span>{name}</span>
        </>
      }
      lead={
        first && (
          <p>
            {name} · won {periodWords(first.scope.period)} · as of {moment(first.scope.asOf, first.scope.timeZone)}
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
        caption={(total) => `${counted(total, 'handoff')}: ${name}`}
        nothing={{ title: 'No handoff is on this side' }}
      />
    </Page>
  );
}

function columnsIn(timeZone: string): DataColumn<Row>[] {
  return [
    {
      id: 'account',
      header: 'Account',
      cell: (row) => (
        <Link to="/handoff/$id" params={{ id: row.id }}>
          {row.account}
        </Link>
      ),
    },
    { id: 'won', header: 'Won', cell: (row) => moment(row.wonAt, timeZone) },
    { id: 'owner', header: 'Owner', cell: (row) => row.owner ?? UNKNOWN },
    { id: 'csm', header: 'CSM', cell: (row) => row.csm ?? UNKNOWN },
    { id: 'segment', header: 'Segment', cell: (row) => row.segment },
    { id: 'amount', header: 'Amount', number: true, cell: (row) => money(row.amount, row.currency) },
    { id: 'outcome', header: 'Ended', cell: (row) => row.label },
    { id: 'value', header: 'Days seen', number: true, cell: (row) => plainNumber(row.value) },
  ];
}
