import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** Starts a run by hand; what was shown is asked again, because numbers may have changed. */
export function useSync(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/source/{id}/sync', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(),
  });
}

/** Asks a run to stop at its next page; what it has read stays. */
export function useCancel(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/source/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['source'] }),
  });
}
