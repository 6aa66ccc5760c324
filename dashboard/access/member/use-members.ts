import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { MemberChange } from '../../api/shape.js';
import { usePeopleAgain } from '../use-people-again.js';

const path = (id: string) => ({ params: { path: { id } } });

/** Members of the workspace; what they see follows from role, team and the names they are linked to. */
export function useMembers() {
  return useQuery({ queryKey: ['member'], queryFn: ({ signal }) => answer(api.GET('/api/member', { signal })) });
}

export function useChangeMember(id: string) {
  const again = usePeopleAgain();
  return useMutation({
    mutationFn: (body: MemberChange) => answer(api.PATCH('/api/member/{id}', { ...path(id), body })),
    onSuccess: again,
  });
}

export function useRemoveMember(id: string) {
  const again = usePeopleAgain();
  return useMutation({ mutationFn: (_: undefined) => answer(api.DELETE('/api/member/{id}', path(id))), onSuccess: again });
}

/** Deletes the login itself and what is known of them, wherever they are a member. */
export function useForgetMember(id: string) {
  const again = usePeopleAgain();
  return useMutation({ mutationFn: (_: undefined) => answer(api.DELETE('/api/login/{id}', path(id))), onSuccess: again });
}

export function useEndSessions(id: string) {
  const again = usePeopleAgain();
  return useMutation({ mutationFn: (_: undefined) => answer(api.DELETE('/api/member/{id}/session', path(id))), onSuccess: again });
}

/** For one who has lost phone and recovery codes; says whether they were told by mail. */
export function useRemoveSecondFactor(id: string) {
  const again = usePeopleAgain();
  return useMutation({ mutationFn: (_: undefined) => answer(api.DELETE('/api/member/{id}/second-factor', path(id))), onSuccess: again });
}

/** A link that sets a new password, this once in the answer. */
export function useResetLink(id: string) {
  return useMutation({ mutationFn: (_: undefined) => answer(api.POST('/api/member/{id}/password-reset', path(id))) });
}
