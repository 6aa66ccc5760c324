import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';

/** What is known of the request that is being answered, wherever its answer is worked out. */
export interface RequestContext {
  /** As in the log and in the header X-Request-Id. */
  requestId: string | null;
  /** Of the one who asks, past the proxies that are trusted; null when the connection is gone. */
  address: string | null;
}

const requests = new AsyncLocalStorage<RequestContext>();

/** Runs `work` as the answer to a request. */
export const withinRequest = <T>(context: RequestContext, work: () => T): T => requests.run(context, work);

/** Comes last before the routes: bodies are read and sessions found in the context of their connections. */
export const requestContext: RequestHandler = (request, response, next) => {
  const id = response.getHeader('X-Request-Id');
  requests.run({ requestId: typeof id === 'string' ? id : null, address: request.ip ?? null }, next);
};

/** Null where nothing is being answered: in commands and schedules. */
export const currentRequest = (): RequestContext | null => requests.getStore() ?? null;
