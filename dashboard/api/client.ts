import createClient from 'openapi-fetch';
import { BASE } from './base.js';
import { ApiProblem, problemOf, unanswered } from './problem.js';
import type { paths } from './schema.gen.js';
import { withToken } from './session-token.js';

const TIMEOUT_MS = 30_000;

const ask = (request: Request) => globalThis.fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]) });

/** The only road to the server. The session's cookie signs a request, and its token a change. */
export const api = createClient<paths>({ baseUrl: globalThis.location.origin + BASE, fetch: (request) => withToken(request, ask) });

/** The data of an answer; throws ApiProblem for every other outcome, and lets an abandoned request pass. */
export async function answer<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const got = await asked.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw unanswered(cause);
  });
  if (!got.response.ok) throw problemOf(got.response, got.error);
  if (got.data === undefined && got.response.status !== 204 && got.response.status !== 202)
    throw new ApiProblem(got.response.status, 'The server answered with nothing.', null);
  return got.data as T;
}
