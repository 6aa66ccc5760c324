import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

/** Which ways in there are. */
export function useWaysIn() {
  return useQuery({
    queryKey: ['ways-in'],
    queryFn: ({ signal }) => answer(api.GET('/api/sign-in', { signal })),
    staleTime: 60_000,
  });
}

export function useSignIn() {
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => answer(api.POST('/api/session', { body })),
  });
}

/** A one-time code or a recovery code. */
export function useSecondFactor() {
  return useMutation({ mutationFn: (body: { code: string }) => answer(api.POST('/api/session/second-factor', { body })) });
}
