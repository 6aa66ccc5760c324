import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { HandoffList } from '../api/shape.js';
import { counted, moment, periodWords, plainName } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { ListPanel } from '../ui/list-panel.js';
import { Page } from '../ui/page.js';
import { ExportMenu } from './export-menu.js';
import { FilterChips } from './filter-chips.js';
import { handoffColumns } from './handoff-columns.js';
import type { Change, ListSearch } from './overview-search.js';
import { DEFAULT_BY } from './scope-search.js';
import { listQuery, MOST_SORTED, useHandoffList } from './use-handoff-list.js';
import { useScope } from './use-scope.js';

const NO_PAGES: HandoffList[] = [];

interface HandoffListPageProps {
  id: string;
  search: ListSearch;
  change: Change<ListSearch>;
}

/** Exactly the handoffs that a number counts. */
export function HandoffListPage({ id, search, change }: HandoffListPageProps) {
  const scope = useScope(search);
  const list = useHandoffList(id, scope, search);
  const pages = list.data?.pages ?? NO_PAGES;
  const first = pages[0];
  const name = first?.kpi.name ?? plainName(id);
  const rows = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  const columns = useMemo(() => handoffColumns(first?.scope.timeZone ?? 'UTC', search.asOf && first?.scope.asOf), [first, search.asOf]);
  const { point: _point, group: _group, outcome: _outcome, sort: _sort, ignored: _ignored, ...overview } = search;
  return (
    <Page
      title={first ? `${counted(first.total, 'handoff')} behind ${name}` : `Handoffs behind ${name}`}
      crumbs={
        <>
          <Link to="/" search={{ ...overview, kpi: id }}>
            Overview
          </Link>
          <span aria-hidden>/</span>
          <span>{name}</span>
        </>
      }
      actions={<ExportMenu query={scope && { ...scope.query, ...listQuery(scope, search) }} kpi={id} />}
      lead={<Lead search={search} period={first?.scope.period} asOf={first && moment(first.scope.asOf, first.scope.timeZone)} />}
    >
      <IgnoredNotice />
      <FilterChips filters={search.filter ?? []} onChange={(filter) => change({ filter })} />
      <ListPanel
        list={list}
        first={first}
        rows={rows}
        columns={columns}
        caption={(total) => `${counted(total, 'handoff')} behind ${name}`}
        nothing={{ title: 'No handoff is behind this number', words: 'Nothing was counted here.' }}
        sort={search.sort}
        onSort={(total) => (total <= MOST_SORTED ? (sort) => change({ sort }) : null)}
      />
    </Page>
  );
}

interface LeadProps {
  search: ListSearch;
  period: { from: string; to: string } | undefined;
  asOf: string | undefined;
}

/** Which part of the number this is, in words. */
function Lead({ search, period, asOf }: LeadProps) {
  const parts = [
    period ? `won ${periodWords(period)}` : '',
    search.group === undefined ? '' : `${plainName(search.by ?? DEFAULT_BY)} ${search.group || 'none'}`,
    search.outcome ? `counted as ${plainName(search.outcome)}` : '',
    asOf ? `as of ${asOf}` : '',
  ];
  return <p>{parts.filter(Boolean).join(' · ')}</p>;
}
