import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

const worthRepeating = (error: Error): boolean => error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

/** Numbers are fresh for half a minute; a refusal is not asked again, an outage is, twice. */
export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Whoever finds out first that the session is over tells the page, which asks for a sign-in link.
        if (error instanceof ApiProblem && error.status === 401 && query.queryKey[0] !== 'session')
          void client.invalidateQueries({ queryKey: ['session'] });
      },
    }),
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
