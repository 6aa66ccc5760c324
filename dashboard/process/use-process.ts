import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { AskedQuery, ProcessPart } from './process-search.js';

const NOTHING_ASKED: Omit<AskedQuery, 'from' | 'to'> = { filter: [], time: 'wall' };

/** The way handoffs really go. */
export function useProcess(query: AskedQuery | null) {
  return useQuery({
    queryKey: ['process', query],
    queryFn: ({ signal }) => answer(api.GET('/api/process', { params: { query: query ?? NOTHING_ASKED }, signal })),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
}

/** The handoffs behind one count of it, page by page, the last won first. */
export function useProcessList(query: AskedQuery | null, part: ProcessPart) {
  const asked = { ...(query ?? NOTHING_ASKED), ...part, limit: 100 };
  return useInfiniteQuery({
    queryKey: ['process', 'handoff', asked],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/process/handoff', { params: { query: { ...asked, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
}
