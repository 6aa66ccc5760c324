import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** What the chances rest on, and how good they were on past months. */
export function useModel(asOf: string | undefined) {
  return useQuery({
    queryKey: ['risk', 'model', asOf ?? null],
    queryFn: ({ signal }) => answer(api.GET('/api/risk/model', { params: { query: asOf ? { asOf } : {} }, signal })),
  });
}
