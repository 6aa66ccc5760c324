import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Installation } from '../http/installation.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that another site asks a signed-in browser to make. Programs send neither header and bring no ambient cookie. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly installation: Installation) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(request.method) || sameOrigin(request, this.installation.publicUrl)) return true;
    throw new ForbiddenException('A change must be asked from the dashboard itself, not from another site.');
  }
}

/** A proxy may have put another name into Host; the public address is ours too. */
function sameOrigin({ headers }: Request, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === undefined) return true;
  if (!URL.canParse(headers.origin)) return false;
  const { host, origin } = new URL(headers.origin);
  return host === headers.host || (URL.canParse(publicUrl) && origin === new URL(publicUrl).origin);
}
