import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { Right } from './shape.js';

/** Who is signed in, to which workspace, and what they may do there. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => answer(api.GET('/api/session', { signal })),
    staleTime: 300_000,
  });
}

/** Whether one has a right; not until it is known. What one may not do is not offered. */
export function useMay(right: Right): boolean {
  return useSession().data?.rights.includes(right) ?? false;
}
