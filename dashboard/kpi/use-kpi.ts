import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { DEFAULT_BY, type ScopeSearch } from './scope-search.js';
import { type AskedScope, queryOf } from './use-scope.js';

/** One KPI with trend, breakdown and curve. */
export function useKpi(id: string | undefined, scope: AskedScope | null, search: ScopeSearch) {
  const query = {
    ...queryOf(scope),
    interval: search.interval ?? 'month',
    compare: search.compare ?? 'previous',
    by: search.by ?? DEFAULT_BY,
  };
  return useQuery({
    queryKey: ['kpi', id, query],
    queryFn: ({ signal }) => answer(api.GET('/api/kpi/{id}', { params: { path: { id: id ?? '' }, query }, signal })),
    enabled: scope !== null && id !== undefined,
    placeholderData: keepPreviousData,
  });
}
