import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { RepeatEpisode, RepeatRules } from '../api/shape.js';
import type { AskedQuery, RepeatSearch } from './repeat-search.js';

const NOTHING_ASKED: Omit<AskedQuery, 'from' | 'to'> = { filter: [], time: 'wall' };

/** Episodes of repeated information, page by page, the latest first. */
export function useEpisodes(query: AskedQuery | null, { tier, verdict, handoff }: RepeatSearch) {
  const asked = { ...(query ?? NOTHING_ASKED), ...(tier && { tier }), ...(verdict && { verdict }), ...(handoff && { handoff }), limit: 25 };
  return useInfiniteQuery({
    queryKey: ['repeat', asked],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/repeat', { params: { query: { ...asked, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
}

/** In how many of the handoffs anything could have been found. */
export function useCoverage(query: AskedQuery | null) {
  return useQuery({
    queryKey: ['repeat', 'coverage', query],
    queryFn: ({ signal }) => answer(api.GET('/api/repeat/coverage', { params: { query: query ?? NOTHING_ASKED }, signal })),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
}

/** What other rules would find in the latest messages. Asked only while somebody tries. */
export function useTried(query: AskedQuery | null, rules: RepeatRules | null) {
  return useQuery({
    queryKey: ['repeat', 'try', query, rules],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/repeat/try', { params: { query: query ?? NOTHING_ASKED }, body: { rules: rules ?? {}, messages: 1_000 }, signal }),
      ),
    enabled: query !== null && rules !== null,
    placeholderData: keepPreviousData,
  });
}

type Named = Pick<RepeatEpisode, 'sourceId' | 'factId'>;

/** Confirms or dismisses an episode, or with null leaves it to the rules again. Every number may change. */
export function useVerdict() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sourceId, factId, verdict }: Named & { verdict: 'confirmed' | 'dismissed' | null }) =>
      verdict === null
        ? answer(api.DELETE('/api/repeat/verdict', { params: { query: { sourceId, factId } } }))
        : answer(api.POST('/api/repeat/verdict', { body: { sourceId, factId, verdict } })),
    onSuccess: () => client.invalidateQueries(),
  });
}
