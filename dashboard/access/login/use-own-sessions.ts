import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

const KEY = ['own-session'];

/** Where one is signed in. */
export function useOwnSessions() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => answer(api.GET('/api/session/all', { signal })) });
}

export function useEnd(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/session/all/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useEndOthers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/session/all')),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
