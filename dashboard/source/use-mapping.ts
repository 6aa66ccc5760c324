import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

const path = (id: string) => ({ params: { path: { id } } });

type Mapping = Record<string, unknown>;

/** What the fields of a source mean, its versions, and the fields that were seen; asked again while a version is being applied. */
export function useMapping(id: string) {
  return useQuery({
    queryKey: ['source', id, 'mapping'],
    queryFn: ({ signal }) => answer(api.GET('/api/source/{id}/mapping', { ...path(id), signal })),
    refetchInterval: ({ state }) => (state.data?.versions[0]?.appliedAt === null ? 2_000 : false),
  });
}

/** What the records last read would give under another mapping. */
export function usePreview(id: string) {
  return useMutation({
    mutationFn: (mapping: Mapping) => answer(api.POST('/api/source/{id}/mapping/preview', { ...path(id), body: { mapping } })),
  });
}

/** Keeps a mapping as the next version; handoffs are derived anew from what is stored. */
export function useSaveMapping(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mapping: Mapping) => answer(api.PUT('/api/source/{id}/mapping', { ...path(id), body: { mapping } })),
    onSuccess: () => client.invalidateQueries(),
  });
}
