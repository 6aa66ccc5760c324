import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { Definition } from '../api/shape.js';

/** What the numbers mean, and how it came to be; asked again while handoffs are being derived by new rules. */
export function useDefinition() {
  return useQuery({
    queryKey: ['definition'],
    queryFn: ({ signal }) => answer(api.GET('/api/definition', { signal })),
    refetchInterval: ({ state }) => (state.data?.versions[0]?.applied === false ? 3_000 : false),
    // What is being edited is not changed underneath; a stale edit is refused when it is saved.
    refetchOnWindowFocus: false,
  });
}

/** Every number by the definition in force and by this one. */
export function usePreview() {
  return useMutation({
    mutationFn: (definition: Definition) => answer(api.POST('/api/definition/preview', { body: { definition } })),
  });
}

export interface Decision {
  from: number;
  definition: Definition;
  note: string;
  by?: string;
}

/** Keeps it as the next version. Every number may be another then. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => answer(api.PUT('/api/definition', { body: decision })),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Decides again what an older version says. */
export function useRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, from, note }: { version: number; from: number; note: string }) =>
      answer(api.POST('/api/definition/{version}/restore', { params: { path: { version } }, body: { from, note } })),
    onSuccess: () => client.invalidateQueries(),
  });
}
