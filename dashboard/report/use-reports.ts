import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

export function useReports() {
  return useQuery({ queryKey: ['report'], queryFn: ({ signal }) => answer(api.GET('/api/report', { signal })) });
}

/** Sends a report to its recipients at once; asking twice within a minute sends once. */
export function useSend(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/report/{id}/send', { params: { path: { id } }, body: {} })),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['mail'] }), client.invalidateQueries({ queryKey: ['report'] })]),
  });
}
