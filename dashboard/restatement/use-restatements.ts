import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { RestatementSearch } from './restatement-search.js';

/** What was found to have been otherwise, some days of finding at a time. */
export function useRestatements({ kpi, from, to, interval, filter = [] }: RestatementSearch) {
  const query = { filter, ...(kpi && { kpi }), ...(from && { from }), ...(to && { to }), ...(interval && { interval }) };
  return useInfiniteQuery({
    queryKey: ['restatement', query],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/restatement', { params: { query: { ...query, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}
