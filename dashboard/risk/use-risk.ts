import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { RiskSearch } from './risk-search.js';

/** Open handoffs with a clock that has run out or nearly has, most money first. */
export function useRisk({ csm, asOf }: RiskSearch) {
  const query = { filter: [], ...(csm !== undefined && { csm }), ...(asOf && { asOf }) };
  return useInfiniteQuery({
    queryKey: ['risk', query],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/risk', { params: { query: { ...query, limit: 50, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}
