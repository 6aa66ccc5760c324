import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { TeamChange } from '../../api/shape.js';
import { usePeopleAgain } from '../use-people-again.js';

export function useTeams() {
  return useQuery({ queryKey: ['team'], queryFn: ({ signal }) => answer(api.GET('/api/team', { signal })) });
}

/** Makes a team, or changes one when it has an id. */
export function useSaveTeam(id: string | null) {
  const again = usePeopleAgain();
  return useMutation({
    mutationFn: async (body: TeamChange) => {
      if (id === null) await answer(api.POST('/api/team', { body }));
      else await answer(api.PATCH('/api/team/{id}', { params: { path: { id } }, body }));
    },
    onSuccess: again,
  });
}

export function useRemoveTeam(id: string) {
  const again = usePeopleAgain();
  return useMutation({
    mutationFn: (_: undefined) => answer(api.DELETE('/api/team/{id}', { params: { path: { id } } })),
    onSuccess: again,
  });
}
