import { useQueryClient } from '@tanstack/react-query';

/** Asks again for all that says who sees what, after a change of people. */
export function usePeopleAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(['member', 'owner', 'team', 'session'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
