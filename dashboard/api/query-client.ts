import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

const worthRepeating = (error: Error): boolean => error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

/** Numbers are fresh for half a minute; a refusal is not asked again, an outage is, twice. */
export function newQueryClient(): QueryClient {
  // Whoever finds out first that the session is over, or opens less than before, tells the page, which asks what it is now.
  const tell = (error: Error) => {
    if (error instanceof ApiProblem && [401, 403].includes(error.status))
      void client.invalidateQueries({ queryKey: ['session'] }, { cancelRefetch: false });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, { queryKey }) => queryKey[0] !== 'session' && tell(error) }),
    mutationCache: new MutationCache({ onError: tell }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && worthRepeating(error),
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
    },
  });
  return client;
}
