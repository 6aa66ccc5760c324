import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { RiskSearch } from './risk-search.js';

/** Open handoffs that something is wrong with, a page at a time. */
export function useRisk({ csm, sort, asOf }: RiskSearch) {
  const query = { filter: [], ...(csm !== undefined && { csm }), ...(sort && { sort }), ...(asOf && { asOf }) };
  return useInfiniteQuery({
    queryKey: ['risk', query],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/risk', { params: { query: { ...query, limit: 50, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    // Chances that are still being worked out come by themselves.
    refetchInterval: ({ state }) => (state.data?.pages[0]?.basis.pending ? 5000 : false),
  });
}
