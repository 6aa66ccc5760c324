import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

/** Everybody whom handoffs and sources name as one of ours, who is linked to them, and in which teams they are. */
export function useOwners() {
  return useQuery({ queryKey: ['owner'], queryFn: ({ signal }) => answer(api.GET('/api/owner', { signal })) });
}
