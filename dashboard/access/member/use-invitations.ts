import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { NewInvitation } from '../../api/shape.js';

const KEY = ['invitation'];

/** Invitations that nobody has used yet. */
export function useInvitations() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => answer(api.GET('/api/invitation', { signal })) });
}

/** The answer has the link, this once. */
export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewInvitation) => answer(api.POST('/api/invitation', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useWithdraw(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (_: undefined) => answer(api.DELETE('/api/invitation/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
