import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client.js';
import { useEnter } from '../use-enter.js';

/** What a link invites to. */
export function useInvitation(token: string | null) {
  return useQuery({
    queryKey: ['invitation-link', token],
    queryFn: ({ signal }) => answer(api.POST('/api/invitation/read', { body: { token: token ?? '' }, signal })),
    enabled: token !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Joins with a new login, or with the one that is signed in. */
export function useAccept(token: string) {
  const enter = useEnter();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (login: { name: string; password: string } | null) =>
      answer(api.POST('/api/invitation/accept', { body: { token, ...login } })),
    onSuccess: async () => {
      // Away first: what is asked again includes the link, which opens nothing any more.
      await navigate({ to: '/' });
      await enter();
    },
  });
}
