import { isIP } from 'node:net';
import { ForbiddenException } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';

/** Whose X-Forwarded-* headers are believed: so many proxies in front, or those at these addresses; false: nobody's. */
export type TrustedProxy = number | string[] | false;

/** Reads BATON_TRUST_PROXY: '1', or '10.0.0.0/8, ::1'. Null when it is neither. */
export function trustedProxyOf(text: string): TrustedProxy | null {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const [first = ''] = entries;
  if (entries.length === 1 && /^\d{1,2}$/.test(first)) return Number(first) || false;
  return entries.length > 0 && entries.every(isRange) ? entries : null;
}

function isRange(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  const most = family === 6 ? 128 : 32;
  return family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

/** Probes come from inside. */
const INSIDE = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Sends a page that a trusted proxy took in by http to the public https address. Without a proxy that is believed nothing says how a
 * request came in, and nothing is sent anywhere. The API and every change are refused instead: a program would follow and never learn
 * that its secrets are in the clear.
 */
export function httpsOnly(publicUrl: string, trusted: TrustedProxy): RequestHandler {
  const wanted = publicUrl.startsWith('https:') && trusted !== false;
  return (request, response, next) => {
    if (!wanted || request.protocol === 'https' || INSIDE.has(request.path)) return next();
    const page = ['GET', 'HEAD'].includes(request.method) && !/^[/]api([/]|$)/i.test(request.path);
    if (page) response.redirect(308, publicUrl + request.originalUrl);
    else next(new ForbiddenException(`This came by http. Ask by https, at ${publicUrl}.${warningOf(request)}`));
  };
}

/** Whoever was on the way has read it. */
function warningOf({ headers }: Request): string {
  if (headers.authorization) return ' The token that came with it could be read on the way: revoke it, and make another.';
  return headers.cookie ? ' The cookie that came with it could be read on the way: end that session.' : '';
}
