import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';

/** The workspace one is signed in to: its name, zone and currency. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => answer(api.GET('/api/session', { signal })),
    staleTime: 300_000,
  });
}
