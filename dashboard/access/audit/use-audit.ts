import { TZDate } from '@date-fns/tz';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { AuditAction } from '../../api/shape.js';
import type { AuditSearch } from './audit-search.js';

/** What the API is asked: the days of the question are whole days on the clock of the workspace. */
export function auditQuery({ action, actor, from, to }: AuditSearch, zone: string) {
  return {
    ...(action && { action: action as AuditAction }),
    ...(actor && { actor }),
    ...(from && { from: startOf(from, 0, zone) }),
    ...(to && { to: startOf(to, 1, zone) }),
  };
}

/** The first moment of the day that is `later` days after `day`. */
function startOf(day: string, later: number, zone: string): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date + later, zone).getTime()).toISOString();
}

/** What was done, the latest first, page by page. */
export function useAudit(search: AuditSearch, zone: string | null) {
  const query = auditQuery(search, zone ?? 'UTC');
  return useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/audit', { params: { query: { ...query, limit: 50, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: zone !== null,
  });
}

/** Reads the whole log again and holds every entry against the one before. */
export function useVerify() {
  return useMutation({ mutationFn: () => answer(api.GET('/api/audit/verify')) });
}
