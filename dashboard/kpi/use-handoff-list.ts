import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { joinFilter } from './filter-text.js';
import type { ListSearch } from './overview-search.js';
import { DEFAULT_BY } from './scope-search.js';
import type { AskedScope } from './use-scope.js';

/** What the API is asked for the list behind a number: a point narrows the period, a group adds a filter. */
export function listQuery(scope: AskedScope | null, search: ListSearch) {
  const [from, to] = search.point?.split('_') ?? [];
  const group = search.group === undefined ? [] : [joinFilter(search.by ?? DEFAULT_BY, search.group)];
  const filter = [...(scope?.query.filter ?? []), ...group];
  return {
    ...scope?.query,
    ...(from && to && { from, to }),
    ...(filter.length > 0 && { filter }),
    ...(search.outcome && { outcome: search.outcome }),
    ...(search.sort && { sort: search.sort }),
  };
}

/** The handoffs behind a number, page by page. */
export function useHandoffList(id: string, scope: AskedScope | null, search: ListSearch) {
  const query = listQuery(scope, search);
  return useInfiniteQuery({
    queryKey: ['kpi', id, 'handoff', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/kpi/{id}/handoff', {
          params: { path: { id }, query: { ...query, limit: 100, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
}
