import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { withToken } from '../api/session-token.js';

export interface Uploaded {
  id: string;
  mapping: Record<string, unknown>;
  notes: string[];
}

/** Hands files over and guesses what they hold. */
export function useUpload() {
  return useMutation({
    mutationFn: async (files: File[]): Promise<Uploaded> => {
      const { id } = await answer(api.POST('/api/import', {}));
      for (const file of files) await send(id, file);
      const guessed = await answer(api.POST('/api/import/{id}/guess', { params: { path: { id } } }));
      return { id, ...guessed };
    },
  });
}

/** The body is the file itself, which the typed client cannot send; it may take as long as it takes. */
async function send(id: string, file: File): Promise<void> {
  const url = new URL(`/api/import/${id}/file/${encodeURIComponent(file.name)}`, globalThis.location.origin);
  const response = await withToken(new Request(url, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: file }), fetch);
  if (!response.ok) throw problemOf(response, await response.json().catch(() => null));
}

type Mapping = Record<string, unknown>;

/** What an import would do. */
export function usePreview() {
  return useMutation({
    mutationFn: ({ id, mapping }: { id: string; mapping: Mapping }) =>
      answer(api.POST('/api/import/{id}/preview', { params: { path: { id } }, body: { mapping } })),
  });
}

/** Begins an import; `useImportState` tells how it goes. */
export function useBegin() {
  return useMutation({
    mutationFn: ({ id, mapping }: { id: string; mapping: Mapping }) =>
      answer(api.POST('/api/import/{id}', { params: { path: { id } }, body: { mapping } })),
  });
}

/** How an import goes, asked twice a second until it has ended. */
export function useImportState(id: string | null) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => answer(api.GET('/api/import/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'importing' ? 500 : false),
  });
}

/** Imports that can be undone. */
export function useUndoable() {
  return useQuery({ queryKey: ['import', 'undoable'], queryFn: ({ signal }) => answer(api.GET('/api/import/undoable', { signal })) });
}

/** Puts everything back to what it was before the last import of a source. */
export function useUndo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sourceId: string) => answer(api.POST('/api/import/undo', { body: { sourceId } })),
    onSuccess: () => client.invalidateQueries(),
  });
}
