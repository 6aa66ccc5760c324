import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { AskedScope } from './use-scope.js';

/** What can be filtered and broken down by, with how many of the period's handoffs have each value, whatever is filtered. */
export function useDimensions(scope: AskedScope | null) {
  const query = { ...scope?.query, filter: [] };
  return useQuery({
    queryKey: ['dimension', query],
    queryFn: ({ signal }) => answer(api.GET('/api/dimension', { params: { query }, signal })),
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
}
