import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api } from '../api/client.js';
import { joinFilter } from './filter-text.js';
import type { ListSearch } from './overview-search.js';
import { DEFAULT_BY } from './scope-search.js';
import type { AskedScope } from './use-scope.js';

/** The server lists the last won first; any other order needs every row here, so it is offered only up to this many. */
export const MOST_SORTED = 5000;
const PAGE = 100;
const SORTED_PAGE = 500;

/** What the API is asked for the list behind a number: a point narrows the period, a group adds a filter. */
export function listQuery(scope: AskedScope | null, search: ListSearch) {
  const [from, to] = search.point?.split('_') ?? [];
  const group = search.group === undefined ? [] : [joinFilter(search.by ?? DEFAULT_BY, search.group)];
  const filter = [...(scope?.query.filter ?? []), ...group];
  return {
    ...scope?.query,
    ...(from && to && { from, to }),
    filter,
    ...(search.outcome && { outcome: search.outcome }),
  };
}

/** The handoffs behind a number, page by page, the last won first; all of them when they are to be sorted. */
export function useHandoffList(id: string, scope: AskedScope | null, search: ListSearch) {
  const query = listQuery(scope, search);
  const limit = search.sort ? SORTED_PAGE : PAGE;
  const list = useInfiniteQuery({
    queryKey: ['kpi', id, 'handoff', query, limit],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/kpi/{id}/handoff', {
          params: { path: { id }, query: { ...query, limit, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (search.sort && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [search.sort, hasNextPage, isFetching, isError, fetchNextPage]);
  return list;
}
