import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { NewToken } from '../../api/shape.js';

const KEY = ['token'];

/** One's own tokens, also those that are over. */
export function useTokens() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => answer(api.GET('/api/token', { signal })) });
}

/** Makes a token; the answer has it in full, this once. */
export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewToken) => answer(api.POST('/api/token', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRevoke(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (_: undefined) => answer(api.DELETE('/api/token/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
