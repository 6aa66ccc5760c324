import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** One handoff with its clocks and its timeline, at a moment; without one, now. */
export function useHandoff(id: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['handoff', id, asOf ?? null],
    queryFn: ({ signal }) => answer(api.GET('/api/handoff/{id}', { params: { path: { id }, query: asOf ? { asOf } : {} }, signal })),
  });
}
