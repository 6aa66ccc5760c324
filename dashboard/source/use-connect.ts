import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** Kinds of sources, and what each must be told. */
export function useSourceKinds() {
  return useQuery({
    queryKey: ['source', 'kind'],
    queryFn: ({ signal }) => answer(api.GET('/api/source/kind', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface ToConnect {
  kind: string;
  name: string;
  settings: Record<string, unknown>;
  credentials: unknown;
  schedule: string | null;
}

/** Tests a connection and keeps it. */
export function useConnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ToConnect) => answer(api.POST('/api/source', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['source'] }),
  });
}

/** Leaves the sample company; everything that was shown is of another workspace then. */
export function useOwnWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; timeZone: string; currency: string }) => answer(api.POST('/api/session/own', { body })),
    onSuccess: () => client.resetQueries(),
  });
}
