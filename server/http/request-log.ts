import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** One line per request, without its query: that can hold a token or a name. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    const { method, path } = request;
    response.setHeader('X-Request-Id', requestId);
    response.once('finish', () => {
      log.info({ requestId, method, path, status: response.statusCode, ms: Math.round(performance.now() - startedAt) }, 'request');
    });
    next();
  };
}
