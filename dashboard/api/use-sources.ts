import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';

/** Every source with its freshness, asked again twice a minute while the page is looked at. */
export function useSources() {
  return useQuery({
    queryKey: ['source'],
    queryFn: ({ signal }) => answer(api.GET('/api/source', { signal })),
    refetchInterval: 30_000,
  });
}
