import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { useSession } from '../api/use-session.js';

/** Shorter words are half the company. */
const SHORTEST = 2;

/** People of the sources in whose address or name the words stand. */
export function useFoundPeople(words: string) {
  return useQuery({
    queryKey: ['erasure', 'person', words],
    queryFn: ({ signal }) => answer(api.GET('/api/erasure/person', { params: { query: { words } }, signal })),
    enabled: words.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
}

const asked = (email: string, preview: boolean) => answer(api.POST('/api/erasure', { body: { email, preview } }));

/** What would go. Asked anew each time: syncs bring more. */
export function useErasurePreview(email: string) {
  return useQuery({ queryKey: ['erasure', 'preview', email], queryFn: () => asked(email, true), gcTime: 0, staleTime: 0 });
}

/** Erases, and then looks once more for what is left. Every number may be another afterwards. */
export function useErase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (email: string) => {
      const gone = await asked(email, false);
      return { email, gone, left: await asked(email, true) };
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Null while nothing is held; undefined while that is not known. */
export function useHeld(): string | null | undefined {
  const id = useSession().data?.workspaceId;
  const keeping = useQuery({
    queryKey: ['keeping', id],
    queryFn: ({ signal }) => answer(api.GET('/api/workspace/{id}/keeping', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== undefined,
    // Another may have put it on hold a moment ago.
    staleTime: 0,
  });
  return keeping.data ? (keeping.data.hold?.reason ?? null) : undefined;
}
