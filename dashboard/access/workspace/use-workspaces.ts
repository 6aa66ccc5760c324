import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BASE } from '../../api/base.js';
import { answer, api } from '../../api/client.js';
import type { NewWorkspace, WorkspaceChange } from '../../api/shape.js';
import { useEnter } from '../use-enter.js';

/** Goes to another workspace: to its overview, as filters and ids of one mean nothing in the other. */
export function useSwitch() {
  const enter = useEnter();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/session/workspace', { body: { id } })),
    onSuccess: async () => {
      await navigate({ to: '/' });
      await enter();
    },
  });
}

/** Makes a workspace whose admin one is, and goes there. */
export function useMakeWorkspace() {
  const change = useSwitch();
  return useMutation({
    mutationFn: async (given: Pick<NewWorkspace, 'name' | 'timeZone' | 'currency'>) => {
      const { id } = await answer(api.POST('/api/workspace', { body: { ...given, weekStart: 1, fiscalStart: 1 } }));
      await change.mutateAsync(id);
    },
  });
}

/** Every number may be cut in other days then. */
export function useChangeWorkspace(id: string) {
  const enter = useEnter();
  return useMutation({
    mutationFn: (body: WorkspaceChange) => answer(api.PATCH('/api/workspace/{id}', { params: { path: { id } }, body })),
    onSuccess: () => enter(),
  });
}

/** Deletes a workspace with all that is known of it; one is somewhere else then, or out. */
export function useDeleteWorkspace(id: string) {
  return useMutation({
    mutationFn: (name: string) => answer(api.DELETE('/api/workspace/{id}', { params: { path: { id } }, body: { name } })),
    onSuccess: () => globalThis.location.assign(`${BASE}/`),
  });
}
