import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** What the guard leaves on a request; see `SignedRequest`. */
interface Asked extends Request {
  signedIn?: { by: string; login: { id: string } | null; token?: { prefix: string } | null };
  workspace?: { id: string };
}

/** A request that was answered, or whose client went away. */
export interface Answered {
  method: string;
  /** As it was declared, such as '/api/handoff/:id': what stands in its place can name somebody. */
  route: string;
  status: number;
  milliseconds: number;
}

/** Gives each request an id, says one line about it when it is answered, and tells `answered`. Neither path nor query is logged: they can hold a token or a name. */
export function requestLog(log: Logger, answered: (request: Answered) => void = () => {}): RequestHandler {
  return (request: Asked, response, next) => {
    const startedAt = performance.now();
    const requestId = idOf(request) ?? randomUUID();
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      const milliseconds = performance.now() - startedAt;
      const told = { method: methodOf(request), route: routeOf(request), status: statusOf(response), milliseconds };
      answered(told);
      const { method, route, status } = told;
      log.info({ requestId, ...whoOf(request), method, route, status, ms: Math.round(milliseconds) }, 'request');
    });
    next();
  };
}

const ID = /^[\w.-]{8,64}$/;

/** What a trusted proxy has called it. Whoever else names a request could give two of them one name. */
function idOf(request: Request): string | null {
  const given = request.headers['x-request-id'];
  const trusts = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  const { remoteAddress } = request.socket;
  return typeof given === 'string' && ID.test(given) && remoteAddress !== undefined && trusts(remoteAddress, 0) ? given : null;
}

/** By id, never by name or address of a mail. */
function whoOf({ signedIn, workspace }: Asked) {
  const login = signedIn?.login?.id ?? null;
  return { by: signedIn?.by ?? null, login, token: signedIn?.token?.prefix ?? null, workspaceId: workspace?.id ?? null };
}

/** The dashboard's files and unknown paths are one route each: a label or line of its own for every path would have no end. */
export function routeOf(request: Request): string {
  const path: unknown = request.route?.path;
  if (typeof path === 'string') return path;
  return request.originalUrl.startsWith('/api') ? 'unknown' : 'dashboard';
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodOf = ({ method }: Request): string => (METHODS.has(method) ? method : 'other');

/** As nginx says it: 499 when the client left before it was answered. */
const statusOf = (response: Response): number => (response.writableFinished ? response.statusCode : 499);
