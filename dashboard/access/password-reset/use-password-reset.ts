import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

/** Whose password a link sets. */
export function usePasswordReset(token: string | null) {
  return useQuery({
    queryKey: ['password-reset', token],
    queryFn: ({ signal }) => answer(api.POST('/api/password-reset/read', { body: { token: token ?? '' }, signal })),
    enabled: token !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSetPassword(token: string) {
  return useMutation({ mutationFn: (password: string) => answer(api.POST('/api/password-reset/use', { body: { token, password } })) });
}
