import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** What went to whom, newest first. */
export function useMails() {
  return useInfiniteQuery({
    queryKey: ['mail'],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/mail', { params: { query: { limit: 30, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

/** One mail as it was written. */
export function useMail(id: string | undefined) {
  return useQuery({
    queryKey: ['mail', id],
    queryFn: ({ signal }) => answer(api.GET('/api/mail/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== undefined,
  });
}
