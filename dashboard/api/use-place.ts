import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { Unmatched } from './shape.js';

/** One thing that can be placed by hand. */
export type What = Pick<Unmatched, 'kind' | 'sourceId' | 'externalId'>;

/** Without whatever else is known of it. */
export const only = ({ kind, sourceId, externalId }: What): What => ({ kind, sourceId, externalId });

/** Places something with an account, or apart when it is null. Every number may change. */
export function usePlace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId, ...what }: What & { accountId: string | null }) =>
      answer(api.PUT('/api/match', { body: { ...only(what), accountId } })),
    onSuccess: () => client.invalidateQueries(),
  });
}
