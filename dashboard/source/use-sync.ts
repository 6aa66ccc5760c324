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
