import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** What is wrong with one handoff, and how likely its churn is. */
export function useOneRisk(id: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['risk', 'one', id, asOf ?? null],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/risk/{handoffId}', { params: { path: { handoffId: id }, query: asOf ? { asOf } : {} }, signal })),
  });
}
