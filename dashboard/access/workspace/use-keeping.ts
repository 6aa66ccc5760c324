import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

const pathOf = (id: string) => ({ params: { path: { id } } });

/** How long what is kept, and whether anything may be deleted. */
export function useKeeping(id: string) {
  return useQuery({
    queryKey: ['keeping', id],
    queryFn: ({ signal }) => answer(api.GET('/api/workspace/{id}/keeping', { ...pathOf(id), signal })),
  });
}

/** `auditDays` null: for ever. */
export function useKeepFor(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (auditDays: number | null) => answer(api.PUT('/api/workspace/{id}/keeping', { ...pathOf(id), body: { auditDays } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keeping'] }),
  });
}

/** Lets nothing be deleted for a reason; null lets it be deleted again. */
export function useHold(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string | null) => {
      if (reason === null) await answer(api.DELETE('/api/workspace/{id}/hold', pathOf(id)));
      else await answer(api.PUT('/api/workspace/{id}/hold', { ...pathOf(id), body: { reason } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['keeping'] }),
  });
}
