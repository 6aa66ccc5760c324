import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';

/** Every source with its freshness, asked again twice a minute while the page is looked at, and faster while one is being read. */
export function useSources() {
  return useQuery({
    queryKey: ['source'],
    queryFn: ({ signal }) => answer(api.GET('/api/source', { signal })),
    refetchInterval: ({ state }) => (state.data?.sources.some((source) => source.state === 'syncing') ? 2_000 : 30_000),
  });
}
