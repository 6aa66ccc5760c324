import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Installation } from '../http/installation.js';
import { CSRF_HEADER, csrfTokenOf, isCsrfToken } from './csrf.js';
import type { SignedRequest } from './signed-request.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A change that a cookie signs must bring the token of its session, which no other site can read. Stands behind the guard that says
 * who asks: no browser adds an API token by itself, so it needs none, and whoever is not signed in yet has no session to ride on.
 * Every answer says the token, so that a page goes on with the next one when the session's id has changed.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly installation: Installation) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Partial<SignedRequest> & Pick<SignedRequest, 'method' | 'headers'>>();
    const { signedIn, sessionID } = request;
    if (!signedIn || signedIn.by === 'token' || !sessionID) return true;
    const { sessionKey } = this.installation;
    context.switchToHttp().getResponse<Response>().setHeader(CSRF_HEADER, csrfTokenOf(sessionID, sessionKey));
    if (SAFE.has(request.method) || isCsrfToken(request.headers[CSRF_HEADER], sessionID, sessionKey)) return true;
    throw new ForbiddenException('This change does not bring the token of its session, `csrfToken` of GET /api/session, in X-Baton-Token.');
  }
}
