import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { only, type What } from '../api/use-place.js';

/** Entries of one page. */
export const PAGE = 25;

/** What leads to no known account. */
export function useUnmatched(offset: number) {
  return useQuery({
    queryKey: ['match', 'unmatched', offset],
    queryFn: ({ signal }) => answer(api.GET('/api/match/unmatched', { params: { query: { limit: PAGE, offset } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** What people have placed by hand. */
export function usePlacements() {
  return useQuery({
    queryKey: ['match', 'placements'],
    queryFn: ({ signal }) => answer(api.GET('/api/match', { params: { query: { limit: 200, offset: 0 } }, signal })),
  });
}

/** Accounts by a part of their name; nothing is asked for fewer than two letters. */
export function useAccounts(search: string) {
  const wanted = search.trim();
  return useQuery({
    queryKey: ['match', 'account', wanted],
    queryFn: ({ signal }) => answer(api.GET('/api/match/account', { params: { query: { search: wanted, limit: 8 } }, signal })),
    enabled: wanted.length > 1,
    placeholderData: keepPreviousData,
  });
}

/** Leaves something to the rules again. */
export function useUnplace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: What) => answer(api.DELETE('/api/match', { params: { query: only(what) } })),
    onSuccess: () => client.invalidateQueries(),
  });
}
