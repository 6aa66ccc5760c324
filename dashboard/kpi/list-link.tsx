import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { counted } from '../ui/format.js';
import type { ListSearch, OverviewSearch } from './overview-search.js';

interface ListLinkProps {
  kpi: string;
  search: OverviewSearch;
  /** Which part of the number. */
  part: Pick<ListSearch, 'point' | 'group' | 'outcome'>;
  count: number;
  /** What the list is of, for those who hear it out of place. */
  of: string;
  children?: ReactNode;
}

/** A way to the handoffs behind a number; none of them, no way. */
export function ListLink({ kpi, search, part, count, of, children }: ListLinkProps) {
  if (count === 0) return <>{children ?? '0'}</>;
  return (
    <Link to="/kpi/$id/handoff" params={{ id: kpi }} search={listOf(search, part)} data-count={count}>
      {children}
      <span className="visually-hidden">
        {' '}
        List {counted(count, 'handoff')}: {of}
      </span>
    </Link>
  );
}

/** The overview's search with a part of a number chosen; what only the overview knows stays behind. */
export function listOf(
  { how: _how, ignored: _ignored, ...search }: OverviewSearch,
  part: Pick<ListSearch, 'point' | 'group' | 'outcome'>,
): ListSearch {
  return { ...search, ...part };
}
