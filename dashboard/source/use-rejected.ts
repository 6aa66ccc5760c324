import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** Records of a source that were not as documented, with the reason. */
export function useRejected(id: string, open: boolean) {
  return useInfiniteQuery({
    queryKey: ['source', id, 'rejected'],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/source/{id}/rejected', {
          params: { path: { id }, query: { limit: 50, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: open,
  });
}
