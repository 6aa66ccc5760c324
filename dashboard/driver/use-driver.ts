import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { type AskedQuery, type DriverSearch, FIRST, type SideSearch } from './driver-search.js';

const NOTHING_ASKED: Omit<AskedQuery, 'from' | 'to'> = { filter: [], time: 'wall' };

/** What goes with leaving and with time to value. */
export function useFactors(asked: AskedQuery | null) {
  return useQuery({
    queryKey: ['driver', 'factor', asked],
    queryFn: ({ signal }) => answer(api.GET('/api/driver/factor', { params: { query: asked ?? NOTHING_ASKED }, signal })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
}

/** Why a KPI moved. */
export function useMix(asked: AskedQuery | null, { kpi = FIRST.kpi, by = FIRST.by, compare = 'previous' }: DriverSearch) {
  const query = { ...(asked ?? NOTHING_ASKED), kpi, by, compare: compare === 'none' ? ('previous' as const) : compare };
  return useQuery({
    queryKey: ['driver', 'mix', query],
    queryFn: ({ signal }) => answer(api.GET('/api/driver/mix', { params: { query }, signal })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
}

/** People and teams against the whole. */
export function usePeople(asked: AskedQuery | null, { kpi = FIRST.kpi, who = FIRST.who }: DriverSearch) {
  const query = { ...(asked ?? NOTHING_ASKED), kpi, by: who };
  return useQuery({
    queryKey: ['driver', 'people', query],
    queryFn: ({ signal }) => answer(api.GET('/api/driver/people', { params: { query }, signal })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
}

/** Names of the KPIs and of the dimensions, for choosing. */
export function useChoices(asked: AskedQuery | null) {
  const query = { ...(asked ?? NOTHING_ASKED), filter: [] };
  const dimensions = useQuery({
    queryKey: ['dimension', query],
    queryFn: ({ signal }) => answer(api.GET('/api/dimension', { params: { query }, signal })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  const kpis = useQuery({
    queryKey: ['kpi', 'names', query],
    queryFn: ({ signal }) => answer(api.GET('/api/kpi', { params: { query: { ...query, interval: 'quarter', compare: 'none' } }, signal })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  return {
    dimensions: (dimensions.data?.dimensions ?? []).map(({ name, label }) => ({ value: name, label })),
    kpis: (kpis.data?.kpis ?? []).map(({ kpi }) => ({ value: kpi.id, label: kpi.name })),
  };
}

/** The handoffs on one side of a factor, page by page, the last won first. */
export function useSide(asked: AskedQuery | null, id: string, { place = 'yes', of = 'churn' }: SideSearch) {
  const query = { ...(asked ?? NOTHING_ASKED), place, of, limit: 100 };
  return useInfiniteQuery({
    queryKey: ['driver', 'side', id, query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/driver/factor/{id}/handoff', {
          params: { path: { id }, query: { ...query, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
}
