import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** What can be filtered and broken down by, with the values there are. */
export function useDimensions() {
  return useQuery({
    queryKey: ['dimension'],
    queryFn: ({ signal }) => answer(api.GET('/api/dimension', { signal })),
    staleTime: 300_000,
  });
}
