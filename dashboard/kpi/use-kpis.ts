import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { ScopeSearch } from './scope-search.js';
import { type AskedScope, queryOf } from './use-scope.js';

/** All KPIs of a scope, without breakdown. */
export function useKpis(scope: AskedScope | null, search: ScopeSearch) {
  const query = { ...queryOf(scope), interval: search.interval ?? 'month', compare: search.compare ?? 'previous' };
  return useQuery({
    queryKey: ['kpi', query],
    queryFn: ({ signal }) => answer(api.GET('/api/kpi', { params: { query }, signal })),
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
}
