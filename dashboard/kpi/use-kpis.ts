import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { ScopeSearch } from './scope-search.js';
import type { AskedScope } from './use-scope.js';

/** All KPIs of a scope, without breakdown. */
export function useKpis(scope: AskedScope | null, search: ScopeSearch) {
  const query = { ...scope?.query, interval: search.interval ?? 'month', compare: search.compare ?? 'previous' } as const;
  return useQuery({
    queryKey: ['kpi', query],
    queryFn: ({ signal }) => answer(api.GET('/api/kpi', { params: { query }, signal })),
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
}
