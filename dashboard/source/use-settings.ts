import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

const path = (id: string) => ({ params: { path: { id } } });

/** What a source was told, without its secrets. */
export function useSettings(id: string) {
  return useQuery({
    queryKey: ['source', id, 'settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/source/{id}/settings', { ...path(id), signal })),
  });
}

export interface SettingsChange {
  name: string;
  settings: Record<string, unknown>;
  /** Undefined: those that are kept stay. */
  credentials?: unknown;
  schedule: string | null;
}

/** Tests what a source is told now, and keeps it when the tool answers. */
export function useChangeSettings(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsChange) => answer(api.PUT('/api/source/{id}/settings', { ...path(id), body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['source'] }),
  });
}

/** Asks the tool whether credentials and permissions still hold. */
export function useTest(id: string) {
  return useMutation({ mutationFn: () => answer(api.POST('/api/source/{id}/test', path(id))) });
}

/** Deletes a source with all that was read from it: every number may change. */
export function useForget(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/source/{id}', path(id))),
    onSuccess: () => client.invalidateQueries(),
  });
}
